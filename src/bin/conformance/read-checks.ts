import type { AnyInput } from '../../client/transport.js';
import { listAgents } from '../../contract/agents.js';
import { listApiKeys } from '../../contract/api-keys.js';
import {
  findCalcomEventType,
  getCalcomAppointment,
  getCalcomStatus,
  listCalcomAppointments,
  listCalcomEventTypes,
} from '../../contract/calcom.js';
import { getCalcomAgentAccount, getCalcomAgentInfo, getCalcomAgentStatus } from '../../contract/calcom-agents.js';
import { definitionOf } from '../../contract/definition.js';
import type { Endpoint, Reply } from '../../contract/endpoint.js';
import {
  getGhlAgentByCalendar,
  getGhlAppointment,
  getGhlSetupStatus,
  listGhlAppointments,
  listGhlCalendars,
} from '../../contract/ghl.js';
import { getHealth, getReadiness } from '../../contract/health.js';
import { listInvitations } from '../../contract/invitations.js';
import type { User } from '../../contract/me.js';
import { getOrganization, listRegions } from '../../contract/organization.js';
import { listRoles } from '../../contract/role-list.js';
import { listSessions } from '../../contract/sessions.js';
import { getTwoFactor } from '../../contract/two-factor.js';
import { getUser, listUsers } from '../../contract/users.js';
import { unknownId } from './access-checks.js';
import type { Connection } from './connection.js';
import { pageFindings, userListFindings } from './list-checks.js';
import { failureFindings, judge } from './reply-findings.js';
import { type CheckResult, type Finding, notChecked, resultOf, withFindings, wrong } from './report.js';

/** The replies of the reading operations, by operation. */
export class Replies {
  readonly #values = new Map<string, unknown>();

  set(operation: Endpoint, value: unknown) {
    this.#values.set(operation.name, value);
  }

  /** The reply of an operation; `undefined` if there was no readable reply. */
  get<E extends Endpoint>(operation: E): Reply<E> | undefined {
    return this.#values.get(operation.name) as Reply<E> | undefined;
  }
}

/** The connection, organization and user of the checks. */
export interface Scope {
  readonly connection: Connection;
  readonly orgId: string;
  /** Absent if the server does not report the user. */
  readonly me: User | undefined;
  readonly replies: Replies;
}

/** A check of a reading operation. */
interface ReadCheck {
  readonly operation: Endpoint;
  /** The input, or why the operation cannot be checked. */
  readonly input: (scope: Scope) => AnyInput | string;
  /** Further checks of a readable reply. */
  readonly more?: (scope: Scope, input: AnyInput) => Promise<Finding[]> | Finding[];
}

const check = <E extends Endpoint>(
  operation: E,
  input: (scope: Scope) => AnyInput | string = () => ({}),
  more?: (scope: Scope, reply: Reply<E>, input: AnyInput) => Promise<Finding[]> | Finding[],
): ReadCheck => ({
  operation,
  input,
  ...(more && { more: (scope, given) => more(scope, scope.replies.get(operation) as Reply<E>, given) }),
});

const paged = <E extends Endpoint>(
  operation: E,
  more: (scope: Scope, reply: Reply<E>) => Promise<Finding[]> | Finding[] = () => [],
) =>
  check(
    operation,
    ({ orgId }) => ({ query: { limit: 20, offset: 0, ...(takesOrganization(operation) ? { org_id: orgId } : {}) } }),
    async (scope, reply, { query: { limit, offset, ...query } = {} }) => [
      ...(await pageFindings(scope.connection, definitionOf(operation), query)),
      ...(await more(scope, reply)),
    ],
  );

/** Whether the query of a list names the organization. */
const takesOrganization = (operation: Endpoint) => operation === listUsers || operation === listInvitations;

const inOrganization = ({ orgId }: Scope): AnyInput => ({ query: { org_id: orgId } });

/** The input of an operation on the first agent. */
const ofAgent = (scope: Scope) => {
  const agent = scope.replies.get(listAgents)?.items[0];
  return agent ? { params: { agent_id: agent.id } } : 'there is no agent to ask about';
};

/** The checks in the order in which they run: later ones use ids from earlier ones. */
const checks: readonly ReadCheck[] = [
  check(getHealth),
  check(getReadiness),
  check(getOrganization, ({ orgId }) => ({ params: { id: orgId } })),
  check(listRegions),
  check(getTwoFactor),
  paged(listSessions, (_, { items }) => {
    const count = items.filter(({ is_current }) => is_current).length;
    return count > 1 ? [wrong(`marks ${count} sessions as the current one (docs/contract.md 5.8)`)] : [];
  }),
  paged(listApiKeys),
  paged(listUsers, ({ connection, orgId, me }) => (me ? userListFindings(connection, orgId, me) : [])),
  check(
    getUser,
    ({ replies }) => {
      const user = replies.get(listUsers)?.items[0];
      return user ? { params: { id: user.id } } : 'there is no user to ask for';
    },
    async ({ connection }, { id }, { params }) => [
      ...(id === params?.id ? [] : [wrong('answers another user than the one in the path (docs/contract.md 7.1)')]),
      ...(await unknownUser(connection)),
    ],
  ),
  check(listRoles),
  paged(listInvitations),
  check(listAgents),
  check(getGhlSetupStatus),
  check(listGhlCalendars, ({ replies }) =>
    replies.get(getGhlSetupStatus)?.ghl_connected === false ? 'GoHighLevel is not connected' : {},
  ),
  check(getGhlAgentByCalendar, ({ replies }) => {
    const calendar = replies.get(listGhlCalendars)?.calendars[0];
    return calendar ? { params: { calendar_id: calendar.id } } : 'there is no calendar to ask about';
  }),
  check(listGhlAppointments, ({ orgId }) => ({ query: { org_id: orgId, limit: 20 } })),
  check(getGhlAppointment, ({ replies, orgId }) => {
    const appointment = replies.get(listGhlAppointments)?.appointments[0];
    return appointment
      ? { params: { appointment_id: appointment.id }, query: { org_id: orgId } }
      : 'there is no appointment to ask for';
  }),
  check(getCalcomStatus, inOrganization),
  check(listCalcomEventTypes, inOrganization),
  check(findCalcomEventType, ({ replies, orgId }) => {
    const type = replies.get(listCalcomEventTypes)?.items[0];
    return type ? { params: { platform_id: type.id }, query: { org_id: orgId } } : 'there is no event type to find';
  }),
  check(listCalcomAppointments, ({ orgId }) => ({ query: { org_id: orgId, limit: 20 } })),
  check(getCalcomAppointment, ({ replies, orgId }) => {
    const appointment = replies.get(listCalcomAppointments)?.appointments[0];
    return appointment
      ? { params: { appointment_id: appointment.calcom_booking_uid ?? appointment.id }, query: { org_id: orgId } }
      : 'there is no appointment to ask for';
  }),
  check(getCalcomAgentStatus, ofAgent),
  check(getCalcomAgentInfo, ofAgent),
  check(getCalcomAgentAccount, ofAgent),
];

/** Checks the reading operations, apart from `getCurrentUser`. Sends GET requests only. */
export async function readChecks(scope: Scope): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { operation, input, more } of checks) {
    const definition = definitionOf(operation);
    const given = input(scope);
    if (typeof given === 'string') {
      results.push(resultOf(definition, notChecked(given)));
      continue;
    }
    const outcome = await scope.connection.call(operation, given);
    const judgement = judge(definition, outcome, scope.connection.timeoutSeconds);
    if (!outcome.error) scope.replies.set(operation, outcome.value);
    const findings = !outcome.error && more ? await more(scope, given) : [];
    results.push(resultOf(definition, withFindings(judgement, findings)));
  }
  return results;
}

/** Checks that an unknown user is a 404, which tells the panes that a user no longer exists. */
async function unknownUser(connection: Connection): Promise<Finding[]> {
  const { error, exchange } = await connection.call(getUser, { params: { id: unknownId } });
  if (!exchange) return [];
  if (error?.status === 404) return failureFindings(exchange);
  return [wrong(`answers ${exchange.status} to an id that no user has, instead of 404 (docs/contract.md 7.1)`)];
}
