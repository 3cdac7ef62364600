/** A user of Northwind Dental. Days and hours count back from the time of seeding. */
export interface SeedUser {
  readonly name: readonly [first: string, last: string];
  readonly role: 'OWNER' | 'ADMIN' | 'MEMBER';
  readonly status?: 'DISABLED' | 'INVITED';
  /** Days since the invitation. */
  readonly createdDays: number;
  /** Hours since the last sign-in; left out for a user who never signed in. */
  readonly lastLoginHours?: number;
  readonly hasTwoFactor?: boolean;
  readonly hasTemporaryPassword?: boolean;
  readonly signsInBy?: 'google';
}

/** The accounts with a known password, by the local part of their email. */
export const accounts: Readonly<Record<'owner' | 'admin' | 'member', SeedUser>> = {
  owner: { name: ['Ada', 'Osei'], role: 'OWNER', createdDays: 410, lastLoginHours: 3 },
  admin: { name: ['Ben', 'Lindqvist'], role: 'ADMIN', createdDays: 388, lastLoginHours: 20 },
  member: { name: ['Mara', 'Duarte'], role: 'MEMBER', createdDays: 172, lastLoginHours: 52 },
};

/** Further users, with every role, status and way to sign in. */
export const colleagues: readonly SeedUser[] = [
  { name: ['Kofi', 'Mensah'], role: 'ADMIN', createdDays: 301, lastLoginHours: 27, hasTwoFactor: true },
  { name: ['Yuki', 'Tanabe'], role: 'MEMBER', createdDays: 240, lastLoginHours: 5, signsInBy: 'google' },
  { name: ['Priya', 'Raman'], role: 'MEMBER', createdDays: 96, lastLoginHours: 1900, hasTemporaryPassword: true },
  { name: ['Jonas', 'Weber'], role: 'MEMBER', createdDays: 33 },
  { name: ['Elif', 'Kaya'], role: 'MEMBER', status: 'DISABLED', createdDays: 350, lastLoginHours: 2600 },
];

/** Invited users; the last invitation has expired. */
export const invitedUsers: readonly SeedUser[] = [
  { name: ['Nia', 'Okafor'], role: 'MEMBER', status: 'INVITED', createdDays: 2 },
  { name: ['Sven', 'Aalto'], role: 'MEMBER', status: 'INVITED', createdDays: 6 },
  { name: ['Lucía', 'Moreno'], role: 'MEMBER', status: 'INVITED', createdDays: 16 },
];

/** The invited user of a revoked invitation. */
export const revokedUser: SeedUser = { name: ['Omar', 'Haddad'], role: 'MEMBER', createdDays: 28 };

const firstNames = ['Amara', 'Bruno', 'Chiara', 'Dmitri', 'Esme', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jamal', 'Keiko'];
const lastNames = ['Abbott', 'Bianchi', 'Castro', 'Dahl', 'Engel', 'Fischer', 'Gupta', 'Haddad', 'Ivanov', 'Jensen'];

/** A further user for each index; any number can be generated. */
export function generatedUser(index: number): SeedUser {
  const first = firstNames[index % firstNames.length] ?? '';
  const last = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? '';
  const lastLoginHours = 1 + ((index * 37) % 4000);
  return { name: [first, last], role: 'MEMBER', createdDays: 1 + (index % 360), lastLoginHours };
}
