import type { NewInvitation } from '../../contract/invitations.js';
import type { en } from './en.js';

/** The initial texts of the form. */
export const emptyForm = { email: '', first_name: '', last_name: '', role: 'MEMBER' };

/** Keys of the labels, by field. */
export const labels = {
  email: 'email',
  first_name: 'firstName',
  last_name: 'lastName',
  role: 'role',
} satisfies Record<keyof NewInvitation, keyof typeof en>;
