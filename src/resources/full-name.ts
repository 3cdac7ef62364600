import type { User } from '../contract/me.js';

/** A user's name for display: first and last name, else the email address. */
export function fullName(user: Pick<User, 'first_name' | 'last_name' | 'email'>): string {
  return [user.first_name, user.last_name].filter(Boolean).join(' ') || user.email;
}
