import type { User } from '../../contract/me.js';
import { fullName } from '../../resources/full-name.js';

/** What a name is made of. */
type Named = Pick<User, 'id' | 'email' | 'first_name' | 'last_name'>;

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
