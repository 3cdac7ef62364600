import { listRoles } from '../../contract/role-list.js';
import { capabilitiesOf } from '../../contract/roles.js';
import { changeUserRole, removeUser } from '../../contract/user-change.js';
import { getUser, listUsers } from '../../contract/users.js';
import { revokeAllSessions } from '../auth/session-service.js';
import type { Rows } from '../db/store.js';
import { challenges, recoveryCodes, twoFactors, type UserRow, users } from '../db/tables.js';
import { conflict, forbidden, notFound } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { toUserReply } from './user-reply.js';

const roleDescriptions = {
  OWNER: 'Full control of the workspace, and the only role that can make another owner.',
  ADMIN: 'Manages settings, users, keys and integrations, but no owners.',
  MEMBER: 'Uses the workspace and sees its settings.',
};

/** The roles and their permissions (docs/contract.md 8). */
const roles = Object.entries(roleDescriptions).map(([id, description]) => ({
  id,
  name: `${id.slice(0, 1)}${id.slice(1).toLowerCase()}`,
  description,
  permissions: [...capabilitiesOf({ role: id })],
  is_assignable: true,
}));

/** The users of the organization, and the roles. */
export function userRoutes(route: Route, { store, userDirectory }: Services): void {
  route(listUsers, async ({ organization, query, page }) => {
    const filter = { ...query, role: query.role?.toUpperCase(), status: query.status?.toUpperCase() };
    const { rows, total } = await userDirectory.page(organization, filter, page);
    return { items: rows.map(toUserReply), total };
  });

  route(getUser, async ({ params, organization }) => {
    const [found] = await store.find(users, { id: params.id, organization_id: organization.id });
    if (!found) throw notFound('User not found.');
    return toUserReply(found);
  });

  route(changeUserRole, async ({ params, body, change, now }) =>
    change('organization', async (rows, caller) => {
      const user = await requireChangeable(rows, caller.user, params.id, body.role);
      const changed = { role: body.role, updated_at: now.toISOString() };
      await rows.update(users, { id: user.id }, changed);
      return toUserReply({ ...user, ...changed });
    }),
  );

  route(removeUser, async ({ params, change }) =>
    change('organization', async (rows, caller) => {
      if (params.id === caller.user.id) throw conflict("You can't remove yourself.");
      const { id } = await requireChangeable(rows, caller.user, params.id);
      // In the same order as the user's own transactions, so that they do not deadlock in PostgreSQL.
      for (const table of [twoFactors, recoveryCodes, challenges]) await rows.delete(table, { user_id: id });
      await rows.delete(users, { id });
      // API keys that the user created belong to the organization and are kept.
      await revokeAllSessions(rows, id);
    }),
  );

  route(listRoles, async () => ({ items: roles, total: roles.length }));
}

/** The user who gets `role`, or who is removed if `role` is left out. Throws 403, 404, and 409 LAST_ADMIN. */
async function requireChangeable(rows: Rows, caller: UserRow, id: string | undefined, role?: string): Promise<UserRow> {
  const [user] = await rows.find(users, { id, organization_id: caller.organization_id });
  if (!user || user.status === 'INVITED') throw notFound('User not found.');
  const isAboutOwners = user.role === 'OWNER' || role === 'OWNER';
  if (isAboutOwners && caller.role !== 'OWNER') throw forbidden('Only owners can make, change or remove an owner.');
  if (user.role === 'OWNER' && role !== 'OWNER') await requireAnotherOwner(rows, user);
  return user;
}

/** Throws 409 LAST_ADMIN if no other active owner would be left. */
async function requireAnotherOwner(rows: Rows, { id, organization_id }: UserRow): Promise<void> {
  const others = await rows.count(users, { organization_id, role: 'OWNER', status: 'ACTIVE', id: { not: id } });
  if (others === 0) throw conflict('A workspace needs at least one owner.', 'LAST_ADMIN');
}
