import { AgniInviteUser } from '../elements/invite-user/agni-invite-user.js';
import { register } from './register.js';

register({ 'agni-invite-user': AgniInviteUser });

export { AgniProvider } from '../context/agni-provider.js';
export { AgniInviteUser };
