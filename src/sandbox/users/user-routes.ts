import { capabilitiesOf } from '../../contract/roles.js';
import { changeUserRole, removeUser } from '../../contract/user-change.js';
import { getUser, listRoles, listUsers } from '../../contract/users.js';
import type { UserCaller } from '../auth/caller.js';
import { revokeAllSessions } from '../auth/session-service.js';
import type { Rows } from '../db/store.js';
import { challenges, recoveryCodes, sessions, twoFactors, type UserRow, users } from '../db/tables.js';
import { conflict, forbidden, notFound, unauthorized } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { toUserReply } from './user-reply.js';

const roleDescriptions = {
  OWNER: 'Full control of the workspace, and the only role that can make another owner.',
  ADMIN: 'Manages settings, users, keys and integrations, but no owners.',
  MEMBER: 'Uses the workspace and sees its settings.',
};

/** The roles with what each permits (docs/contract.md 8). */
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
    if (!found) throw notFound('There is no such user here');
    return toUserReply(found);
  });

  route(changeUserRole, async ({ params, body, caller, now }) =>
    changeUser(caller, params.id, body.role, async (rows, user) => {
      const change = { role: body.role, updated_at: now.toISOString() };
      await rows.update(users, { id: user.id }, change);
      return toUserReply({ ...user, ...change });
    }),
  );

  route(removeUser, async ({ params, caller }) => {
    if (params.id === caller.user.id) throw conflict('Users cannot remove themselves');
    await changeUser(caller, params.id, undefined, async (rows, { id }) => {
      await rows.delete(users, { id });
      // API keys the user has created belong to the organization and stay.
      await revokeAllSessions(rows, id);
      for (const table of [twoFactors, recoveryCodes, challenges]) await rows.delete(table, { user_id: id });
    });
  });

  route(listRoles, async () => ({ items: roles, total: roles.length }));

  /**
   * Changes or removes a user, one at a time in an organization, because two owners could demote each other. `role` is the
   * new role; `undefined` removes the user.
   */
  function changeUser<Result>(
    { user: caller, session }: UserCaller,
    id: string | undefined,
    role: string | undefined,
    work: (rows: Rows, user: UserRow) => Promise<Result>,
  ): Promise<Result> {
    return store.transaction(`users:${caller.organization_id}`, async (rows) => {
      const [user] = await rows.find(users, { id, organization_id: caller.organization_id });
      if (!user || user.status === 'INVITED') throw notFound('There is no such user here');
      const isAboutOwners = user.role === 'OWNER' || role === 'OWNER';
      if (isAboutOwners && caller.role !== 'OWNER') throw forbidden('Only an owner makes, changes or removes an owner');
      if (user.role === 'OWNER' && role !== 'OWNER') await requireAnotherOwner(rows, user);
      // The caller may have been demoted, removed or signed out while waiting for the transaction.
      const current = await rows.get(users, caller.id);
      if (!current || !(await rows.get(sessions, session.id))) throw unauthorized();
      if (current.role !== caller.role) throw forbidden('Your role has changed');
      return work(rows, user);
    });
  }
}

/** Throws 409 LAST_ADMIN where no other active owner would be left. */
async function requireAnotherOwner(rows: Rows, { id, organization_id }: UserRow): Promise<void> {
  const others = await rows.count(users, { organization_id, role: 'OWNER', status: 'ACTIVE', id: { not: id } });
  if (others === 0) throw conflict('The workspace needs at least one owner', 'LAST_ADMIN');
}
