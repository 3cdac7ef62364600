import { setTimeout } from 'node:timers/promises';
import { domainOf } from '../../src/contract/email-addresses.js';
import {
  invitations as invitationTable,
  type OrganizationRow,
  organizations,
  sentMails,
  unsentMails,
  users,
} from '../../src/sandbox/db/tables.js';
import { newOrganization } from '../../src/sandbox/organizations/new-organization.js';
import type { Services } from '../../src/sandbox/services.js';

/** Milliseconds that an invitation takes at most: longer than the limits of the queue and of the mail server together. */
const maxInviteMs = 20_000;

/**
 * Creates an organization and invites its owner, if the database has no organization. The organization is PENDING until the
 * mail is sent. If the mail cannot be sent, throws and leaves the database without an organization.
 */
export async function inviteFirstOwner(email: string, services: Services): Promise<void> {
  const { store, invitations, now } = services;
  let organization = await createOrganization(email, services);
  while (organization === 'inviting') {
    await setTimeout(500);
    organization = await createOrganization(email, services);
  }
  if (!organization) return;
  const { id } = organization;
  try {
    const [first_name] = email.split('@') as [string];
    const owner = { email, first_name, last_name: '', role: 'OWNER' } as const;
    await invitations.invite({ organization, now: new Date(now()) }, owner);
  } catch (error) {
    await store.delete(organizations, { id });
    throw new Error('FIRST_OWNER could not be invited', { cause: error });
  }
  await store.update(organizations, { id }, { status: 'ACTIVE' });
}

/**
 * Creates a PENDING organization; `undefined` if the database has one, and `inviting` while another process invites its
 * owner. Replaces one whose process ended before the mail was sent.
 */
function createOrganization(email: string, { store, newId, now }: Services) {
  return store.transaction('first_owner', async (rows): Promise<OrganizationRow | 'inviting' | undefined> => {
    const [pending] = await rows.find(organizations, { status: 'PENDING' });
    if (pending) {
      const { id, created_at } = pending;
      const where = { organization_id: id };
      // The mail arrived before the process ended.
      if ((await rows.count(users, { ...where, status: { not: 'INVITED' } })) > 0) {
        await rows.update(organizations, { id }, { status: 'ACTIVE' });
        return undefined;
      }
      if (Math.abs(now() - Date.parse(created_at)) < maxInviteMs) return 'inviting';
      for (const table of [invitationTable, users, sentMails, unsentMails]) await rows.delete(table, where);
      await rows.delete(organizations, { id });
    }
    if ((await rows.count(organizations, {})) > 0) return undefined;
    const name = domainOf(email);
    const created = newOrganization({ id: newId(), name, slug: name.replaceAll('.', '-') }, now());
    const organization = { ...created, status: 'PENDING' };
    await rows.insert(organizations, organization);
    return organization;
  });
}
