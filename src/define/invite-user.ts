import { AgniInviteUser } from '../elements/invite-user/agni-invite-user.js';
import { register } from './register.js';

register({ 'agni-invite-user': AgniInviteUser });

export type { AgniProvider } from '../context/agni-provider.js';
export type { AgniInviteUser };
