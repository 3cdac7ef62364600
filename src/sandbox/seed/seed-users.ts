/** One of the people of Northwind Dental. Days and hours count back from the moment of seeding. */
export interface SeededPerson {
  readonly name: readonly [first: string, last: string];
  readonly role: 'OWNER' | 'ADMIN' | 'MEMBER';
  readonly status?: 'DISABLED' | 'INVITED';
  /** Since they were invited, or made the workspace. */
  readonly joinedDays: number;
  /** Left out: never. */
  readonly seenHours?: number;
  readonly usesTwoFactor?: boolean;
  /** Somebody gave them a password that they have to replace. */
  readonly hasTemporaryPassword?: boolean;
  readonly signsInBy?: 'google';
}

/** Those whose password is known, by the part of their address before the `@`. */
export const accounts: Readonly<Record<'owner' | 'admin' | 'member', SeededPerson>> = {
  owner: { name: ['Ada', 'Osei'], role: 'OWNER', joinedDays: 410, seenHours: 3 },
  admin: { name: ['Ben', 'Lindqvist'], role: 'ADMIN', joinedDays: 388, seenHours: 20 },
  member: { name: ['Mara', 'Duarte'], role: 'MEMBER', joinedDays: 172, seenHours: 52 },
};

/** Everybody else, so that each role, state and way to sign in is there to be seen. */
export const colleagues: readonly SeededPerson[] = [
  { name: ['Kofi', 'Mensah'], role: 'ADMIN', joinedDays: 301, seenHours: 27, usesTwoFactor: true },
  { name: ['Yuki', 'Tanabe'], role: 'MEMBER', joinedDays: 240, seenHours: 5, signsInBy: 'google' },
  { name: ['Priya', 'Raman'], role: 'MEMBER', joinedDays: 96, seenHours: 1900, hasTemporaryPassword: true },
  { name: ['Jonas', 'Weber'], role: 'MEMBER', joinedDays: 33 },
  { name: ['Elif', 'Kaya'], role: 'MEMBER', status: 'DISABLED', joinedDays: 350, seenHours: 2600 },
];

/** Asked to join, and not there yet; the last one was asked too long ago. */
export const newcomers: readonly SeededPerson[] = [
  { name: ['Nia', 'Okafor'], role: 'MEMBER', status: 'INVITED', joinedDays: 2 },
  { name: ['Sven', 'Aalto'], role: 'MEMBER', status: 'INVITED', joinedDays: 6 },
  { name: ['Lucía', 'Moreno'], role: 'MEMBER', status: 'INVITED', joinedDays: 16 },
];

/** Asked to join, and not any more. */
export const uninvited: SeededPerson = { name: ['Omar', 'Haddad'], role: 'MEMBER', joinedDays: 28 };

const firstNames = ['Amara', 'Bruno', 'Chiara', 'Dmitri', 'Esme', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jamal', 'Keiko'];
const lastNames = ['Abbott', 'Bianchi', 'Castro', 'Dahl', 'Engel', 'Fischer', 'Gupta', 'Haddad', 'Ivanov', 'Jensen'];

/** Any number of further people, all different. */
export function furtherPerson(index: number): SeededPerson {
  const first = firstNames[index % firstNames.length] ?? '';
  const last = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? '';
  return { name: [first, last], role: 'MEMBER', joinedDays: 1 + (index % 360), seenHours: 1 + ((index * 37) % 4000) };
}
