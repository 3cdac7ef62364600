import { domainOf } from '../../src/contract/email-addresses.js';
import { organizations } from '../../src/sandbox/db/tables.js';
import { newOrganization } from '../../src/sandbox/organizations/new-organization.js';
import type { Services } from '../../src/sandbox/services.js';

/**
 * Creates an organization and invites its owner, if the database has no organization. If the mail cannot be sent,
 * throws and leaves the database without an organization.
 */
export async function inviteFirstOwner(email: string, { store, invitations, newId, now }: Services): Promise<void> {
  const [name] = email.split('@') as [string];
  const domain = domainOf(email);
  const organization = newOrganization({ id: newId(), name: domain, slug: domain.replaceAll('.', '-') }, now());
  const isFirst = await store.transaction('first_owner', async (rows) => {
    if ((await rows.count(organizations, {})) > 0) return false;
    await rows.insert(organizations, organization);
    return true;
  });
  if (!isFirst) return;
  try {
    const owner = { email, first_name: name, last_name: '', role: 'OWNER' } as const;
    await invitations.invite({ organization, now: new Date(now()) }, owner);
  } catch (error) {
    await store.delete(organizations, { id: organization.id });
    throw new Error('FIRST_OWNER could not be invited', { cause: error });
  }
}
