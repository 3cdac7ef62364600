import { newSecret } from '../api-keys/api-key-secrets.js';
import type { Random } from '../crypto/digest.js';
import { fold, type Rows } from '../db/store.js';
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
import { newOrganization } from '../organizations/new-organization.js';
import { lifetime } from '../users/invitation-service.js';
import { searchKeyOf } from '../users/user-wire.js';
import { seedIntegrations } from './integration-states.js';
import { type SeededSession, seededSessions } from './seed-sessions.js';
import { accounts, colleagues, furtherPerson, newcomers, type SeededPerson, uninvited } from './seed-users.js';

/** The password of every seeded account. */
export const seededPassword = 'Purple-otter-42';

/** What the authenticator app of every seeded account with two-factor authentication was given. */
export const seededTotpSecret = 'NORTHWINDPURPLEOTTERTWOFACTOR234';

const hour = 3_600_000;
const day = 24 * hour;

/** What a seeded workspace is like. */
export interface SeedOptions {
  /** People with access, the three accounts among them; Northwind's eight where it's left out. */
  users?: number | undefined;
  /** Only the workspace, its agents and its three accounts: no keys, invitations, integrations or other people. */
  empty?: boolean | undefined;
  /** Seats of the plan; a few more than are taken where it's left out. */
  seats?: number | undefined;
  /** Tells this workspace's name and addresses from those of others; Northwind itself has none. */
  tag?: string;
}

/** What seeding stands on. */
export interface SeedPorts {
  rows: Rows;
  /** Of {@link seededPassword}; everybody has the same, so that many people are made fast. */
  passwordHash: string;
  /** {@link seededTotpSecret}, sealed. */
  sealedTotpSecret: string;
  random: Random;
  newId: () => string;
  now: number;
}

/** A seeded workspace, and its accounts with a known password: owner, admin and member. */
export interface SeededWorkspace {
  readonly organizationId: string;
  readonly accounts: readonly UserRow[];
}

/** Fills a workspace with an invented dental practice. What it holds depends on the options and on `now` alone. */
export async function seedWorkspace(ports: SeedPorts, options: SeedOptions = {}): Promise<SeededWorkspace> {
  const { rows, newId, now, passwordHash } = ports;
  const organizationId = newId();
  const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString();

  const personOf = (person: SeededPerson, localPart: string): UserRow => {
    const email = `${localPart}${options.tag ? `.${options.tag}` : ''}@northwind.example`;
    const [first_name, last_name] = person.name;
    return {
      id: newId(),
      organization_id: organizationId,
      email,
      email_key: fold(email),
      first_name,
      last_name,
      search_key: searchKeyOf({ first_name, last_name, email }),
      role: person.role,
      status: person.status ?? 'ACTIVE',
      password_hash: person.signsInBy || person.status === 'INVITED' ? null : passwordHash,
      must_change_password: person.hasTemporaryPassword ?? person.status === 'INVITED',
      auth_provider: person.signsInBy ?? 'password',
      two_factor_enabled: person.usesTwoFactor ?? false,
      last_login_at: person.seenHours === undefined ? null : ago(person.seenHours * hour),
      created_at: ago(person.joinedDays * day),
      updated_at: ago(person.joinedDays * day),
    };
  };
  const named = (person: SeededPerson, index?: number) =>
    personOf(person, plain(`${person.name.join('.')}${index === undefined ? '' : index}`));

  const people = Object.entries(accounts).map(([localPart, person]) => personOf(person, localPart));
  const others = options.empty ? 0 : Math.max(0, (options.users ?? people.length + colleagues.length) - people.length);
  const rest = Array.from({ length: others }, (_, index) => {
    const colleague = colleagues[index];
    return colleague ? named(colleague) : named(furtherPerson(index), index);
  });
  const invited = options.empty ? [] : newcomers.map((person) => named(person));

  const organization = {
    id: organizationId,
    name: options.tag ? `Northwind Dental ${options.tag}` : 'Northwind Dental',
    slug: options.tag ? `northwind-dental-${options.tag}` : 'northwind-dental',
    website: 'https://northwind.example',
    total_credits: 318.75,
    period_end: new Date(now + 19 * day).toISOString(),
    max_members: options.seats ?? Math.max(12, people.length + rest.length + 4),
    allowed_email_domains: ['northwind.example', 'nw.example'],
    created_at: ago(410 * day),
    updated_at: ago(40 * day),
  };
  await rows.insert(organizations, newOrganization(organization, now));
  await rows.insert(users, [...people, ...rest, ...invited]);
  await rows.insert(
    agents,
    ['Reception', 'After hours', 'Recall reminders'].map((name, index) => ({
      id: newId(),
      organization_id: organizationId,
      name,
      status: index === 2 ? 'INACTIVE' : 'ACTIVE',
      created_at: ago((200 - index * 60) * day),
    })),
  );
  if (!options.empty) {
    await seedHistory(ports, { organizationId, accounts: people, rest, invited, uninvited: named(uninvited) });
    await seedIntegrations({ rows, organizationId, newId, now });
  }
  return { organizationId, accounts: people };
}

/** Keys, invitations and sessions in every state, as months of use would leave them. */
async function seedHistory(
  { rows, newId, now, random, passwordHash, sealedTotpSecret }: SeedPorts,
  known: { organizationId: string; accounts: UserRow[]; rest: UserRow[]; invited: UserRow[]; uninvited: UserRow },
) {
  const { organizationId } = known;
  const [owner, admin, member] = known.accounts as [UserRow, UserRow, UserRow];
  const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();

  const keys = [
    { name: 'Production', created: -212 * day, used: -4 * 60_000 },
    { name: 'Staging', created: -84 * day, used: -2 * hour, expires: 6 * day },
    { name: 'Booking widget', created: -260 * day, used: -133 * day },
    { name: 'Weekly report', created: -121 * day },
    { name: 'Import from the old system', created: -63 * day, used: -31 * day, expires: -3 * day },
  ];
  for (const [index, { name, created, used, expires }] of keys.entries()) {
    const { kept } = await newSecret(random); // nobody knows the key itself
    await rows.insert(apiKeys, {
      ...kept,
      id: newId(),
      organization_id: organizationId,
      name,
      name_key: fold(name),
      created_by: (index % 2 ? admin : owner).id,
      created_at: at(created),
      last_used_at: used === undefined ? null : at(used),
      expires_at: expires === undefined ? null : at(expires),
    });
  }

  const joined = known.rest.find(({ last_name }) => last_name === 'Weber');
  const asked = [
    ...known.invited.map((person) => ({ person, status: 'PENDING', user_id: person.id })),
    { person: known.uninvited, status: 'REVOKED', user_id: null },
    ...(joined ? [{ person: joined, status: 'ACCEPTED', user_id: joined.id }] : []),
  ];
  await rows.insert(
    invitations,
    asked.map(({ person, status, user_id }) => {
      const { email, email_key, first_name, last_name, role, created_at } = person;
      return {
        id: newId(),
        organization_id: organizationId,
        email,
        email_key,
        first_name,
        last_name,
        role,
        status,
        invited_by: admin.id,
        user_id,
        created_at,
        resent_at: null,
        expires_at: new Date(Date.parse(created_at) + lifetime).toISOString(),
      };
    }),
  );

  const placesOf = async (person: UserRow, places: readonly SeededSession[]) =>
    rows.insert(
      sessions,
      places.map(({ agent, address, location, createdDays, seenHours, restDays }) => ({
        id: newId(),
        user_id: person.id,
        user_agent: agent,
        ip_address: address,
        location,
        created_at: at(-createdDays * day),
        last_active_at: at(-seenHours * hour),
        expires_at: at(restDays * day),
      })),
    );
  await placesOf(owner, seededSessions.owner);
  await placesOf(admin, seededSessions.admin);
  await placesOf(member, seededSessions.member);

  for (const person of known.rest.filter(({ two_factor_enabled }) => two_factor_enabled)) {
    await placesOf(person, seededSessions.withTwoFactor);
    await rows.insert(twoFactors, {
      user_id: person.id,
      secret: sealedTotpSecret,
      enabled_at: at(-140 * day),
      last_step: 0,
      pending_secret: null,
      pending_since: null,
    });
    const prefixes = ['4q7h', 'b2mz', 'k9d3'];
    await rows.insert(
      recoveryCodes,
      prefixes.map((prefix) => ({ id: newId(), user_id: person.id, prefix, hash: passwordHash })), // known to nobody
    );
  }
}

/** Ids of the workspace everybody knows: the same at every seeding. */
export function northwindIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    if (count === 1) return '0190aaaa-1111-7222-8333-444455556666';
    return `0190aaaa-2222-7333-8444-${count.toString(16).padStart(12, '0')}`;
  };
}

/** Part of an address without what an address can't have. */
function plain(name: string): string {
  return fold(name.normalize('NFD').replace(/[^\w.]/g, ''));
}
