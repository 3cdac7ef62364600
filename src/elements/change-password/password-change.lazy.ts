// What changing the password needs besides its form: loaded once there is one.
export { normalizePassword } from '../../contract/credentials.js';
export { passwordChange } from '../../contract/password.js';
export { changePassword } from '../../resources/password-mutations.js';
export { strengthNote } from './password-strength.js';
