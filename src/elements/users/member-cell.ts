import { html } from 'lit';
import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/user-names.js';
import { avatar } from '../../ui/avatar.js';
import { isolatedText } from '../../ui/bidi-isolate.js';

type Named = Pick<User, 'id' | 'email' | 'first_name' | 'last_name'>;

/** Who a row is about: avatar, name with its badges, email below. A name that is the email is shown once. */
export function memberCell(subject: Named, badges: unknown, lang: string) {
  const { email } = subject;
  const name = fullName(subject);
  const second = name === email ? '' : email;
  return html`${avatar(subject, lang)}<bdi class="name clip" title=${name} translate="no" ${isolatedText(name)}></bdi>
    ${badges} <bdi class="facts clip" title=${second} translate="no" ${isolatedText(second)}></bdi>`;
}

/** What the buttons of each row call the row, by id: the name, with the email where several rows have the same name. */
export function rowNames(subjects: readonly Named[]): ReadonlyMap<string, string> {
  const names = subjects.map(fullName);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return new Map(
    subjects.map((subject, index) => {
      const name = names[index] ?? '';
      return [subject.id, isShared(name) ? `${name} (${subject.email})` : name];
    }),
  );
}
