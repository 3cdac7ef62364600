import { getCurrentUser } from '../../contract/me.js';
import { getOrganization } from '../../contract/organization.js';
import type { Connection, Exchange } from './connection.js';
import { failureFindings } from './reply-findings.js';
import { type CheckResult, type Finding, type Judgement, judgementOf, notChecked, note, wrong } from './report.js';

/** An id that no server has assigned. */
export const unknownId = '00000000-0000-4000-8000-000000000000';

const otherOrigin = 'https://settings.example';

/** Checks the rules for all operations: credentials, failures, and pages of other origins. Sends reads only. */
export async function accessChecks(connection: Connection, role: string | undefined): Promise<CheckResult[]> {
  const { path } = getCurrentUser;
  const { authorization } = connection;
  const get = (place: string, headers: Record<string, string>) =>
    connection.send(place, { headers: { Accept: 'application/json', ...headers } });
  const line = (name: string, section: string, judgement: Judgement): CheckResult => ({
    area: 'Access',
    name,
    section,
    ...judgement,
  });
  const organization = getOrganization.path.replace('{id}', unknownId);
  return [
    line('a request without a credential', '3.3', judgementOf(refused(await get(path, {}), 'no credential'))),
    line(
      'a token that is not valid',
      '14',
      judgementOf(refused(await get(path, { Authorization: 'Bearer not-a-token' }), 'a token that is not valid')),
    ),
    line(
      'a path that does not exist',
      '9',
      judgementOf(missing(await get('/api/v1/agni-settings-conformance', { Authorization: authorization }))),
    ),
    line(
      'another organization',
      '4.1',
      role === 'SUPERADMIN'
        ? notChecked('a SUPERADMIN may read all organizations')
        : judgementOf(foreign(await get(organization, { Authorization: authorization }))),
    ),
    line('pages of other origins', '3.5', judgementOf(await originFindings(connection))),
  ];
}

function refused(exchange: Exchange | undefined, credential: string): Finding[] {
  if (!exchange) return [wrong('no answer')];
  const { status } = exchange;
  if (status === 401) return failureFindings(exchange);
  if (status < 300) {
    return [wrong(`answers ${status} to ${credential}, instead of 401: anyone can read (docs/contract.md 3.3)`)];
  }
  return [
    wrong(`answers ${status} to ${credential}; only after a 401 does the kit renew a token (docs/contract.md 14)`),
  ];
}

function missing(exchange: Exchange | undefined): Finding[] {
  if (!exchange) return [wrong('no answer')];
  const { status } = exchange;
  if ([404, 405, 501].includes(status)) return [];
  return [
    wrong(
      `answers ${status} instead of 404, so the panes show operations that the server lacks as broken, not as unavailable (docs/contract.md 9)`,
    ),
  ];
}

function foreign(exchange: Exchange | undefined): Finding[] {
  if (!exchange) return [wrong('no answer')];
  const { status } = exchange;
  if ([403, 404].includes(status)) return failureFindings(exchange);
  return [wrong(`answers ${status} to the id of another organization, instead of 403 or 404 (docs/contract.md 4.1)`)];
}

/** Findings about calls from other origins (CORS). A server behind a proxy on the page's origin does not need CORS. */
async function originFindings(connection: Connection): Promise<Finding[]> {
  const { path } = getCurrentUser;
  const preflight = await connection.send(path, {
    method: 'OPTIONS',
    headers: {
      Origin: otherOrigin,
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
  const answer = await connection.send(path, {
    headers: { Origin: otherOrigin, Authorization: connection.authorization },
  });
  if (!preflight || !answer) return [wrong('no answer')];
  const header = (exchange: Exchange, name: string) => exchange.headers.get(name) ?? '';
  const allows = (exchange: Exchange) => ['*', otherOrigin].includes(header(exchange, 'access-control-allow-origin'));
  const proxied = 'this is fine where pages reach the server through their own origin';
  if (!allows(answer) || !allows(preflight)) {
    return [note(`a page of another origin cannot call it: no Access-Control-Allow-Origin (CORS); ${proxied}`)];
  }
  const findings: Finding[] = [];
  const lists = (exchange: Exchange, name: string, wanted: string) =>
    header(exchange, name)
      .split(',')
      .some((one) => ['*', wanted].includes(one.trim().toLowerCase()));
  if (preflight.status >= 300)
    findings.push(wrong(`answers ${preflight.status} to a preflight request (CORS), which then fails`));
  if (!lists(preflight, 'access-control-allow-methods', 'patch')) {
    findings.push(
      note(`a page of another origin cannot change data: PATCH is not in Access-Control-Allow-Methods; ${proxied}`),
    );
  }
  // `*` allows all headers except Authorization.
  if (!/\bauthorization\b/i.test(header(preflight, 'access-control-allow-headers'))) {
    findings.push(
      note(
        `a page of another origin cannot send a token: Authorization is not in Access-Control-Allow-Headers; ${proxied}`,
      ),
    );
  }
  for (const name of ['Retry-After', 'Date']) {
    if (!lists(answer, 'access-control-expose-headers', name.toLowerCase())) {
      findings.push(
        note(
          `a page of another origin cannot read ${name}: it is not in Access-Control-Expose-Headers (docs/contract.md 3.5)`,
        ),
      );
    }
  }
  return findings;
}
