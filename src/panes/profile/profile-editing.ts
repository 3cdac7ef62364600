// What saving needs besides the form: loaded once there is something to see.
export { profileChange } from '../../contract/profile-change.js';
export { saveProfile } from '../../resources/profile-change.js';
