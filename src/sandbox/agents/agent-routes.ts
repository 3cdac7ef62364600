import { listAgents } from '../../contract/agents.js';
import { agents } from '../db/tables.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';

/** The organization's voice agents. The gateway answers in camelCase, with `total` as text (docs/contract.md 1.2). */
export function agentRoutes(route: Route, { store }: Services): void {
  route(listAgents, async ({ organization, query }) => {
    const where = { organization_id: organization.id };
    const found = await store.find(agents, where, {
      orderBy: 'created_at',
      limit: query.limit,
      offset: query.offset,
    });
    const total = await store.count(agents, where);
    const items = found.map(({ id, organization_id, name, status, created_at }) => {
      return { id, status, organizationId: organization_id, agentName: name, createdAt: created_at };
    });
    return { items, total: String(total), limit: query.limit ?? total }; // without a limit all agents are listed
  });
}
