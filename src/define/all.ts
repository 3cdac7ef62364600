import './provider.js';
import './org-settings.js';
import './profile.js';
import './api-keys.js';
import './change-password.js';
import './two-factor.js';
import './sessions.js';
import './security.js';
