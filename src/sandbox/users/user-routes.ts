import { changeUserRole, removeUser } from '../../contract/user-change.js';
import { getUser, listRoles, listUsers } from '../../contract/users.js';
import type { Person } from '../auth/caller.js';
import { endAllIn } from '../auth/session-service.js';
import type { Rows } from '../db/store.js';
import { challenges, recoveryCodes, sessions, twoFactors, type UserRow, users } from '../db/tables.js';
import { conflict, forbidden, notFound, unauthorized } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { roles } from './roles.js';
import { userOnWire } from './user-wire.js';

/** Everybody with access to the workspace, and the roles they can have. */
export function memberRoutes(route: Route, { store, people }: Services): void {
  route(listUsers, async ({ organization, query, page }) => {
    const { search, role, status } = query;
    const asked = { search, role: role?.toUpperCase(), status: status?.toUpperCase() };
    const { rows, total } = await people.page(organization, asked, page);
    return { items: rows.map(userOnWire), total };
  });

  route(getUser, async ({ params, organization }) => {
    const [found] = await store.find(users, { id: params.id, organization_id: organization.id });
    if (!found) throw notFound('There is no such person here');
    return userOnWire(found);
  });

  route(changeUserRole, async ({ params, body, caller, now }) =>
    inTurn(caller, params.id, body.role, async (rows, target) => {
      const change = { role: body.role, updated_at: now.toISOString() };
      await rows.update(users, { id: target.id }, change);
      return userOnWire({ ...target, ...change });
    }),
  );

  route(removeUser, async ({ params, caller }) => {
    if (params.id === caller.user.id) throw conflict('Nobody removes themselves');
    await inTurn(caller, params.id, undefined, async (rows, { id }) => {
      await rows.delete(users, { id });
      // The keys they made belong to the workspace, and stay.
      await endAllIn(rows, id);
      for (const theirs of [twoFactors, recoveryCodes, challenges]) await rows.delete(theirs, { user_id: id });
    });
  });

  route(listRoles, async () => ({ items: roles, total: roles.length }));

  /**
   * Changes a person's place in the workspace, one at a time: whether an owner is left can't be told while another
   * owner is about to go. `role` is the one they get; none where they leave.
   */
  function inTurn<Result>(
    { user: caller, session }: Person,
    id: string | undefined,
    role: string | undefined,
    work: (rows: Rows, target: UserRow) => Promise<Result>,
  ): Promise<Result> {
    return store.transaction(`people:${caller.organization_id}`, async (rows) => {
      const [target] = await rows.find(users, { id, organization_id: caller.organization_id });
      if (!target || target.status === 'INVITED') throw notFound('There is no such person here');
      const isOwners = target.role === 'OWNER' || role === 'OWNER';
      if (isOwners && caller.role !== 'OWNER') throw forbidden('Only an owner makes, changes or removes an owner');
      if (target.role === 'OWNER' && role !== 'OWNER') await demandAnotherOwner(rows, target);
      // Whoever asks may have lost their own place since the request came in.
      const asking = await rows.get(users, caller.id);
      if (!asking || !(await rows.get(sessions, session.id))) throw unauthorized();
      if (asking.role !== caller.role) throw forbidden('Your role has changed');
      return work(rows, target);
    });
  }
}

/** Refuses what would leave nobody who can sign in and make another owner. */
async function demandAnotherOwner(rows: Rows, { id, organization_id }: UserRow): Promise<void> {
  const others = await rows.count(users, { organization_id, role: 'OWNER', status: 'ACTIVE', id: { not: id } });
  if (others === 0) throw conflict('Nobody would be an owner any more', 'LAST_ADMIN');
}
