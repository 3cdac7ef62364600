import './provider.js';
import './org-settings.js';
import './api-keys.js';
