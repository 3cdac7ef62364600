import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/full-name.js';

/** The data that a row's name is made of. */
type Named = Pick<User, 'id' | 'email' | 'first_name' | 'last_name'>;

/** Names of rows for the labels of their buttons, by id: the user's name, plus the email if several rows share it. */
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
