import { nameKey } from '../../contract/visible-text.js';
import { generateApiKey } from '../api-keys/api-key-secrets.js';
import type { Rows } from '../db/store.js';
import {
  agents,
  apiKeys,
  invitations,
  organizations,
  recoveryCodes,
  sessions,
  twoFactors,
  type UserRow,
  users,
} from '../db/tables.js';
import { fold, toLocalPart } from '../db/text.js';
import { newOrganization } from '../organizations/new-organization.js';
import type { Platform } from '../platform.js';
import { invitationLifetimeMs } from '../users/invitation-service.js';
import { newUser } from '../users/new-user.js';
import { seedIntegrations } from './integration-states.js';
import { type SeedSession, seedSessions } from './seed-sessions.js';
import { accounts, colleagues, generatedUser, invitedUsers, revokedUser, type SeedUser } from './seed-users.js';

/** The password of every seeded user. */
export const seededPassword = 'Purple-otter-42';

/** The secret of every seeded user with two-factor authentication. */
export const seededTotpSecret = 'NORTHWINDPURPLEOTTERTWOFACTOR234';

const hour = 3_600_000;
const day = 24 * hour;

/** The content of a seeded organization. */
export interface SeedOptions {
  /** Number of users, including the three accounts; 8 by default. */
  users?: number | undefined;
  /** Whether to create only the organization, its agents and the three accounts. */
  empty?: boolean | undefined;
  /** Seats of the plan, at least as many as are taken; by default a few more. */
  seats?: number | undefined;
  /** A suffix of the organization's name and emails. Northwind itself has none. */
  tag?: string;
}

/** The server that is seeded. */
export interface SeedTarget extends Pick<Platform, 'store' | 'passwordHasher' | 'encryption' | 'random'> {
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Hash of {@link seededPassword}, if it is known already. */
  readonly passwordHash?: string;
}

/** A seeded organization, with its accounts: owner, admin and member. */
export interface SeededWorkspace {
  readonly organizationId: string;
  readonly accounts: readonly UserRow[];
}

/** The values that all steps of seeding share. */
interface Seed extends Pick<SeedTarget, 'random' | 'newId'> {
  readonly rows: Rows;
  readonly organizationId: string;
  /** ISO 8601, milliseconds from the time of seeding. */
  readonly at: (milliseconds: number) => string;
  readonly passwordHash: string;
  readonly encryptedTotpSecret: string;
}

/** Creates an invented dental practice, unless its organization exists. The data depend on `options` and `now` alone. */
export async function seedWorkspace(target: SeedTarget, options: SeedOptions = {}): Promise<SeededWorkspace> {
  const { store, random, newId, now } = target;
  const organizationId = newId();
  const passwordHash = target.passwordHash ?? (await target.passwordHasher.hash(seededPassword));
  const encryptedTotpSecret = await target.encryption.encrypt(seededTotpSecret);
  const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
  return store.transaction(`seed:${organizationId}`, async (rows) => {
    if (await rows.get(organizations, organizationId)) return { organizationId, accounts: [] };
    const seed = { rows, organizationId, random, newId, at, passwordHash, encryptedTotpSecret };
    const created = await seedUsers(seed, options);
    const names = ['Reception', 'After hours', 'Recall reminders'];
    await rows.insert(
      agents,
      names.map((name, index) => ({
        id: newId(),
        organization_id: organizationId,
        name,
        status: index === 2 ? 'INACTIVE' : 'ACTIVE',
        calcom_account_id: null,
        created_at: at((index * 60 - 200) * day),
      })),
    );
    const tag = options.tag ?? '';
    const organization = {
      id: organizationId,
      name: `Northwind Dental ${tag}`.trim(),
      slug: tag ? `northwind-dental-${tag}` : 'northwind-dental',
      website: 'https://northwind.example',
      total_credits: 318.75,
      period_end: at(19 * day),
      max_members: seatsOf(created, options, now),
      allowed_email_domains: ['northwind.example', 'nw.example'],
      created_at: at(-410 * day),
      updated_at: at(-40 * day),
    };
    await rows.insert(organizations, newOrganization(organization, now));
    if (!options.empty) {
      await seedKeys(seed, created.accounts);
      await seedInvitations(seed, created);
      await seedSignIns(seed, created);
      await seedIntegrations({ rows, organizationId, newId, now });
    }
    return { organizationId, accounts: created.accounts };
  });
}

/** Seats of the plan, never fewer than users and invitations take. */
function seatsOf({ accounts, others, invited }: CreatedUsers, { seats }: SeedOptions, now: number): number {
  const pending = invited.filter(({ created_at }) => Date.parse(created_at) + invitationLifetimeMs > now);
  const taken = accounts.length + others.length + pending.length;
  return Math.max(taken, seats ?? Math.max(12, taken + 2));
}

type CreatedUsers = Awaited<ReturnType<typeof seedUsers>>;

async function seedUsers({ rows, organizationId, newId, at, passwordHash }: Seed, options: SeedOptions) {
  const toRow = (user: SeedUser, localPart: string): UserRow => {
    const email = `${localPart}${options.tag ? `.${options.tag}` : ''}@northwind.example`;
    const [first_name, last_name] = user.name;
    return newUser({
      id: newId(),
      organization_id: organizationId,
      email,
      email_key: fold(email),
      first_name,
      last_name,
      role: user.role,
      status: user.status ?? 'ACTIVE',
      password_hash: user.signsInBy || user.status === 'INVITED' ? null : passwordHash,
      must_change_password: user.hasTemporaryPassword ?? user.status === 'INVITED',
      auth_provider: user.signsInBy ?? 'password',
      two_factor_enabled: user.hasTwoFactor ?? false,
      last_login_at: user.lastLoginHours === undefined ? null : at(-user.lastLoginHours * hour),
      created_at: at(-user.createdDays * day),
    });
  };
  const named = (user: SeedUser, suffix = '') => toRow(user, toLocalPart(user.name.join(' ')) + suffix);

  const accountRows = Object.entries(accounts).map(([localPart, user]) => toRow(user, localPart));
  const count = options.empty ? 0 : (options.users ?? accountRows.length + colleagues.length) - accountRows.length;
  const others = Array.from({ length: Math.max(0, count) }, (_, index) => {
    const colleague = colleagues[index];
    return colleague ? named(colleague) : named(generatedUser(index), String(index));
  });
  const invited = options.empty ? [] : invitedUsers.map((user) => named(user));
  await rows.insert(users, [...accountRows, ...others, ...invited]);
  return { accounts: accountRows as [UserRow, UserRow, UserRow], others, invited, revoked: named(revokedUser) };
}

async function seedKeys({ rows, organizationId, random, newId, at }: Seed, [owner, admin]: CreatedUsers['accounts']) {
  const keys = [
    { name: 'Production', created: -212 * day, used: -4 * 60_000 },
    { name: 'Staging', created: -84 * day, used: -2 * hour, expires: 6 * day },
    { name: 'Booking widget', created: -260 * day, used: -133 * day },
    { name: 'Weekly report', created: -121 * day },
    { name: 'Import from the old system', created: -63 * day, used: -31 * day, expires: -3 * day },
  ];
  for (const [index, { name, created, used, expires }] of keys.entries()) {
    const { stored } = await generateApiKey(random); // the key itself is dropped
    await rows.insert(apiKeys, {
      ...stored,
      id: newId(),
      organization_id: organizationId,
      name,
      name_key: nameKey(name),
      created_by: (index % 2 ? admin : owner).id,
      created_at: at(created),
      last_used_at: used === undefined ? null : at(used),
      expires_at: expires === undefined ? null : at(expires),
    });
  }
}

async function seedInvitations({ rows, newId }: Seed, { accounts: [, admin], others, invited, revoked }: CreatedUsers) {
  const joined = others.filter(({ last_name }) => last_name === 'Weber');
  const states = [
    ...invited.map((user) => ({ user, status: 'PENDING', user_id: user.id })),
    { user: revoked, status: 'REVOKED', user_id: null },
    ...joined.map((user) => ({ user, status: 'ACCEPTED', user_id: user.id })),
  ];
  await rows.insert(
    invitations,
    states.map(({ user, status, user_id }) => {
      const { organization_id, email, email_key, first_name, last_name, role, created_at } = user;
      const expires_at = new Date(Date.parse(created_at) + invitationLifetimeMs).toISOString();
      const copied = { organization_id, email, email_key, first_name, last_name, role, created_at };
      return { id: newId(), ...copied, status, invited_by: admin.id, user_id, resent_at: null, expires_at };
    }),
  );
}

/** Seeds sessions, and the state of two-factor authentication. */
async function seedSignIns(seed: Seed, { accounts: [owner, admin, member], others }: CreatedUsers) {
  const { rows, newId, at, passwordHash, encryptedTotpSecret } = seed;
  const insertSessions = async ({ id: user_id }: UserRow, places: readonly SeedSession[]) =>
    rows.insert(
      sessions,
      places.map(({ userAgent, address, location, createdDays, lastActiveHours, expiresDays }) => ({
        id: newId(),
        user_id,
        user_agent: userAgent,
        ip_address: address,
        location,
        created_at: at(-createdDays * day),
        last_active_at: at(-lastActiveHours * hour),
        expires_at: at(expiresDays * day),
      })),
    );
  await insertSessions(owner, seedSessions.owner);
  await insertSessions(admin, seedSessions.admin);
  await insertSessions(member, seedSessions.member);

  for (const user of others.filter(({ two_factor_enabled }) => two_factor_enabled)) {
    await insertSessions(user, seedSessions.withTwoFactor);
    await rows.insert(twoFactors, {
      user_id: user.id,
      secret: encryptedTotpSecret,
      enabled_at: at(-140 * day),
      last_step: 0,
      pending_secret: null,
      pending_since: null,
    });
    await rows.insert(
      recoveryCodes,
      ['4q7h', 'b2mz', 'k9d3'].map((prefix) => ({ id: newId(), user_id: user.id, prefix, hash: passwordHash })),
    );
  }
}
