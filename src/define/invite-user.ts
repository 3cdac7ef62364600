import './provider.js';
import { AgniInviteUser } from '../elements/invite-user/agni-invite-user.js';
import { define } from './define.js';

define('agni-invite-user', AgniInviteUser);

// Brings the element's types along with its registration: its tag, its properties, its events.
export type { AgniInviteUser } from '../elements/invite-user/agni-invite-user.js';
