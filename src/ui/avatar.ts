import { html } from 'lit';
import type { User } from '../contract/me.js';
import { initialsOf } from './initials.js';

/** How many hues avatars have, see `theme/avatars.ts`. */
const hueCount = 8;

/** The initials of a user in a circle whose hue follows from the id. Screen readers skip it: the name is beside it. */
export function avatar(user: Pick<User, 'id' | 'first_name' | 'last_name' | 'email'>, lang: string) {
  return html`<span class="avatar" part="avatar" data-hue=${hueOf(user.id)} data-initials=${initialsOf(user, lang)} aria-hidden="true"></span>`;
}

/** The hue of a user's avatar: one of those in `theme/avatars.ts`. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return hash % hueCount;
}
