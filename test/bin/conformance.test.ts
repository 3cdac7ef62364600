import { describe, expect, it } from 'vitest';
import { CannotCheckError, type CheckOptions, checkServer } from '../../src/bin/conformance/check-server.js';
import type { CheckResult, Report } from '../../src/bin/conformance/report.js';
import * as contract from '../../src/contract/all.js';
import { type Endpoint, endpoints } from '../../src/contract/all.js';
import { serveOn, type TestWorkspace } from '../sandbox/api.js';
import { onEveryStore, type StoreKind, storeKinds } from '../sandbox/stores.js';

/** Lines of a report that contain more than `ok`. */
const findingsOf = (results: readonly CheckResult[]) =>
  results.flatMap(({ name, findings }) => findings.map(({ kind, text }) => `${kind} ${name} ${text}`));

const resultOf = ({ results }: Report, name: string) => {
  const found = results.find((result) => result.name === name);
  if (!found) throw new Error(`The report has no ${name}`);
  return found;
};

onEveryStore((kind) => {
  const { api } = serveOn(kind);

  it('finds nothing wrong with the sandbox, reading only', async () => {
    const { id, owner } = await api.workspace({});
    const report = await checkServer({ baseUrl: api.url, token: owner.access_token });
    expect(findingsOf(report.results)).toEqual([]);
    expect(report).toMatchObject({ organizationId: id, role: 'OWNER', hasWrites: false });
    const operations = report.results.filter(({ basis }) => basis);
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(endpoints).sort());
    const reads = operations.filter(({ verdict }) => verdict === 'works').map(({ name }) => name);
    const readable = Object.values(endpoints).filter(({ method, shape }) => method === 'GET' && shape !== 'redirect');
    expect(reads.sort()).toEqual(readable.map(({ name }) => name).sort());
  });

  it('finds nothing wrong with the writes of the sandbox, and restores what it changed', async () => {
    const { id, owner } = await api.workspace({});
    const token = owner.access_token;
    const state = async () => {
      const read = async (path: string) => (await api.get(path, { token })).body;
      const organization = await read(`/api/v1/organizations/profile/${id}`);
      const users = (await read('/api/v1/users?limit=200')).data.map(({ last_name, role }: Record<string, unknown>) => [
        last_name,
        role,
      ]);
      const keys = (await read('/api/v1/api-keys')).data;
      const pending = (await read('/api/v1/users/invitations?status=PENDING')).data;
      return { ...organization, updated_at: undefined, users, keys, pending };
    };
    const before = await state();
    const report = await checkServer({ baseUrl: api.url, token, hasWrites: true });
    expect(findingsOf(report.results)).toEqual([]);
    expect(await state()).toEqual(before);
    const writes = report.results.filter(
      ({ name, verdict }) => verdict === 'works' && endpoints[name]?.method !== 'GET',
    );
    expect(
      writes
        .filter(({ basis }) => basis)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'answerTwoFactorChallenge',
      'changeUserRole',
      'createApiKey',
      'deleteApiKey',
      'inviteUser',
      'login',
      'refreshSession',
      'revokeInvitation',
      'revokeSession',
      'setUpTwoFactor',
      'updateCurrentUser',
      'updateOrganization',
    ]);
  });
});

/** A request, and a function that sends requests to the server behind the proxy. */
interface Passing {
  request: Request;
  url: URL;
  forward(request?: Request): Promise<Response>;
}

/** Whether a request calls this operation. */
function asks({ method, path }: Endpoint, { request, url }: Passing) {
  const pattern = new RegExp(`^${path.replace(/{\w+}/g, '[^/]+')}$`);
  return request.method === method && pattern.test(url.pathname);
}

/** A proxy that handles the requests of one operation, and passes all others on. */
const at = (operation: Endpoint, handle: (passing: Passing) => Promise<Response>) => (passing: Passing) =>
  asks(operation, passing) ? handle(passing) : passing.forward();

// biome-ignore lint/suspicious/noExplicitAny: bodies are made invalid on purpose
type Body = any;

/** A proxy that changes the bodies of successful answers to one operation. */
const changing = (operation: Endpoint, change: (body: Body, url: URL) => Body) =>
  at(operation, async ({ forward, url }) => {
    const response = await forward();
    if (!response.ok) return response;
    const { status, headers } = response;
    return new Response(JSON.stringify(change(await response.json(), url)), { status, headers });
  });

const json = (status: number, body: unknown) => Response.json(body, { status });
const page = (status: number) =>
  new Response('<h1>Nothing</h1>', { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

const without = (name: string) => (item: Body) => {
  const { [name]: dropped, ...rest } = item;
  return rest;
};

describe('a wrong server', () => {
  const { api } = serveOn(storeKinds[0] as StoreKind);

  const check = async (
    workspace: TestWorkspace,
    proxy: (passing: Passing) => Promise<Response>,
    options: Partial<CheckOptions> = {},
  ) => {
    const send: typeof fetch = (input, init) => {
      const request = new Request(input, init);
      return proxy({ request, url: new URL(request.url), forward: (changed = request) => fetch(changed) });
    };
    return checkServer({ baseUrl: api.url, token: workspace.owner.access_token, fetch: send, ...options });
  };

  const wrongServers: [what: string, proxy: (passing: Passing) => Promise<Response>, found: string[]][] = [
    [
      'leaves a required field out',
      changing(contract.listUsers, (body) => ({ ...body, data: body.data.map(without('email')) })),
      ['wrong listUsers data[0].email is missing, not a string (8 times)'],
    ],
    [
      'has a required field of another type',
      changing(contract.getOrganization, (body) => ({ ...body, name: 42 })),
      ['wrong getOrganization name is a number, not a string'],
    ],
    [
      'has an optional field of another type',
      changing(contract.getOrganization, (body) => ({ ...body, max_members: 'many' })),
      ['note getOrganization max_members is a string, not a number; the panes treat it as absent'],
    ],
    [
      'fails',
      at(contract.listRoles, async () =>
        json(500, { success: false, message: 'No', error: { code: 'INTERNAL_ERROR', message: 'No' } }),
      ),
      ['wrong listRoles answers 500 INTERNAL_ERROR instead of 200'],
    ],
    [
      'finds a user that does not exist',
      at(contract.getUser, async ({ url, forward }) =>
        url.pathname.endsWith('/00000000-0000-4000-8000-000000000000')
          ? json(200, { success: true, message: 'ok', data: { id: 'u1', email: 'a@b.example', role: 'MEMBER' } })
          : forward(),
      ),
      ['wrong getUser answers 200 to an id that no user has, instead of 404 (docs/contract.md 7.1)'],
    ],
    [
      'has failure bodies of its own',
      async ({ forward }) => {
        const response = await forward();
        return response.status === 401 ? json(401, { reason: 'who are you' }) : response;
      },
      [
        'wrong a request without a credential answers 401 with a body that is none of the failure bodies of docs/contract.md 3.2, so the panes cannot say why',
        'wrong a token that is not valid answers 401 with a body that is none of the failure bodies of docs/contract.md 3.2, so the panes cannot say why',
      ],
    ],
    [
      'does not count a list',
      changing(contract.listApiKeys, without('meta')),
      ['note listApiKeys has no meta.total: the panes show no number, and offer a next page after each full page'],
    ],
    [
      'counts wrongly',
      changing(contract.listUsers, (body) => ({ ...body, meta: { ...body.meta, total: body.meta.total + 5 } })),
      [
        'wrong listUsers counts wrongly: meta.total is 13, but there are 0 items from item 13 on (docs/contract.md 3.4)',
      ],
    ],
    [
      'ignores the limit',
      at(contract.listSessions, async ({ request, url, forward }) => {
        url.searchParams.delete('limit');
        return forward(new Request(url, request));
      }),
      ['wrong listSessions ignores limit: answers 6 items to limit=2 (docs/contract.md 3.4)'],
    ],
    [
      'ignores the offset',
      at(contract.listInvitations, async ({ request, url, forward }) => {
        url.searchParams.delete('offset');
        return forward(new Request(url, request));
      }),
      ['wrong listInvitations ignores offset: the second page repeats items of the first (docs/contract.md 3.4)'],
    ],
    [
      'sorts wrongly',
      changing(contract.listUsers, (body, url) => {
        if (url.searchParams.get('sort') !== '-created_at') return body;
        const [newest, ...rest] = body.data;
        return { ...body, data: [...rest, newest] };
      }),
      ['wrong listUsers sorts wrongly with ?sort=-created_at (docs/contract.md 7.1)'],
    ],
    [
      'does not search',
      at(contract.listUsers, async ({ request, url, forward }) => {
        url.searchParams.delete('search');
        return forward(new Request(url, request));
      }),
      ['wrong listUsers finds users with another email than the one in ?search= (docs/contract.md 7.1)'],
    ],
    [
      'sends no headers for other origins',
      async ({ forward }) => {
        const response = await forward();
        const headers = new Headers([...response.headers].filter(([name]) => !name.startsWith('access-control')));
        return new Response(response.body, { status: response.status, headers });
      },
      [
        'note pages of other origins a page of another origin cannot call it: no Access-Control-Allow-Origin (CORS); this is fine where pages reach the server through their own origin',
      ],
    ],
    [
      'shows the error page of a proxy',
      at(contract.listSessions, async () => page(502)),
      [
        'wrong listSessions answers 502 BAD_GATEWAY instead of 200',
        'wrong listSessions answers 502 with text/html instead of JSON (docs/contract.md 3.2)',
      ],
    ],
    [
      'answers a page instead of JSON',
      at(contract.getTwoFactor, async () => page(200)),
      ['wrong getTwoFactor answers 200 with text/html instead of JSON (docs/contract.md 1)'],
    ],
    [
      'answers its start page to paths that do not exist',
      async ({ url, forward }) => (url.pathname.includes('conformance') ? page(200) : forward()),
      [
        'wrong a path that does not exist answers 200 instead of 404, so the panes show operations that the server lacks as broken, not as unavailable (docs/contract.md 9)',
      ],
    ],
    [
      'breaks connections',
      at(contract.listRegions, () => Promise.reject(new TypeError('fetch failed'))),
      ['wrong listRegions closes the connection without an answer'],
    ],
    [
      'shows secrets in a list',
      changing(contract.listApiKeys, (body) => ({
        ...body,
        data: body.data.map((key: object) => ({ ...key, key: 'agni_secret' })),
      })),
      ['wrong listApiKeys answers the secret "key", which no reading operation may (docs/contract.md 14)'],
    ],
    [
      'redirects to another path',
      at(contract.listAgents, async ({ forward }) =>
        Object.defineProperty(await forward(), 'redirected', { value: true }),
      ),
      ['wrong listAgents redirects to another path, which can turn a write into a read (docs/contract.md 1.1)'],
    ],
  ];

  it.each(wrongServers)('that %s is found out', async (_, proxy, found) => {
    const workspace = await api.workspace({});
    expect(findingsOf((await check(workspace, proxy)).results)).toEqual(found);
  });

  it('that lets requests in without a valid token is found out', async () => {
    const workspace = await api.workspace({});
    const report = await check(workspace, ({ request, forward }) => {
      const headers = new Headers(request.headers);
      headers.set('Authorization', `Bearer ${workspace.owner.access_token}`);
      return forward(new Request(request, { headers }));
    });
    expect(findingsOf(report.results)).toEqual([
      'wrong a request without a credential answers 200 to no credential, instead of 401: anyone can read (docs/contract.md 3.3)',
      'wrong a token that is not valid answers 200 to a token that is not valid, instead of 401: anyone can read (docs/contract.md 3.3)',
    ]);
  });

  it('that shows other organizations is found out', async () => {
    const workspace = await api.workspace({});
    const report = await check(workspace, ({ request, forward }) =>
      forward(new Request(request.url.replace('00000000-0000-4000-8000-000000000000', workspace.id), request)),
    );
    expect(findingsOf(report.results)).toContain(
      'wrong another organization answers 200 to the id of another organization, instead of 403 or 404 (docs/contract.md 4.1)',
    );
  });

  it('that does not answer is found out, at the time limit of one request', async () => {
    const workspace = await api.workspace({});
    const { organization_id, ...me } = (await api.get('/api/v1/users/me', { token: workspace.owner.access_token })).body
      .data;
    const report = await check(
      workspace,
      (passing) => {
        // Answered from memory, so that the time limit cannot end the check itself on a busy machine.
        if (asks(contract.getCurrentUser, passing))
          return Promise.resolve(json(200, { success: true, data: { organization_id, ...me } }));
        return asks(contract.listRoles, passing) ? new Promise(() => undefined) : passing.forward();
      },
      { timeoutMs: 3_000 },
    );
    expect(resultOf(report, 'listRoles')).toMatchObject({
      verdict: 'wrong',
      findings: [{ kind: 'wrong', text: 'does not answer within 3 s' }],
    });
  });

  it('that lacks assumed operations is right: the kit shows them as unavailable', async () => {
    const workspace = await api.workspace({});
    const report = await check(
      workspace,
      at(contract.listRegions, async () => page(404)),
    );
    expect(findingsOf(report.results)).toEqual([]);
    expect(resultOf(report, 'listRegions')).toMatchObject({
      verdict: 'unavailable',
      reason: 'answers 404; the kit shows this part as unavailable, not as an error',
    });
  });

  it('that wants an API key for GoHighLevel is right, and the report names the proxy', async () => {
    const workspace = await api.workspace({});
    const report = await check(workspace, async ({ url, forward }) =>
      url.pathname.includes('/ghl/') ? json(401, { code: 16, message: 'no key', details: [] }) : forward(),
    );
    expect(findingsOf(report.results)).toEqual([]);
    expect(resultOf(report, 'getGhlSetupStatus')).toMatchObject({
      verdict: 'unavailable',
      reason: 'refuses a signed-in user (401); a proxy of yours can add the API key (docs/contract.md 2.2)',
    });
  });

  it('is not one that refuses what a MEMBER may not', async () => {
    const workspace = await api.workspace({});
    const { access_token: token } = workspace.member;
    const report = await check(workspace, ({ forward }) => forward(), { token });
    expect(findingsOf(report.results)).toEqual([]);
    expect(resultOf(report, 'listApiKeys')).toMatchObject({
      verdict: 'not checked',
      reason: 'the user of the token may not (403 FORBIDDEN)',
    });
  });

  it('gets GET and OPTIONS requests only, unless writes are asked for', async () => {
    const workspace = await api.workspace({});
    const methods = new Set<string>();
    const report = await check(workspace, ({ request, forward }) => {
      methods.add(request.method);
      return forward();
    });
    expect([...methods].sort()).toEqual(['GET', 'OPTIONS']);
    expect(resultOf(report, 'updateOrganization')).toMatchObject({
      verdict: 'not checked',
      reason: 'changes data; --writes checks it',
    });
  });

  const wrongWrites: [what: string, proxy: (passing: Passing) => Promise<Response>, found: string[]][] = [
    [
      'does not keep a change',
      at(contract.updateOrganization, async ({ request }) => {
        const { name } = (await request.json()) as { name: string };
        if (!name)
          return json(422, {
            success: false,
            message: 'No',
            error: { code: 'VALIDATION_FAILED', message: 'No', details: { fields: { name: ['too_short'] } } },
          });
        return json(200, { success: true, message: 'ok', data: { id: 'o1', name } });
      }),
      ['wrong updateOrganization reading it again answers another name than the one that was written'],
    ],
    [
      'names no reason for a wrong field',
      at(contract.createApiKey, async ({ forward }) => {
        const response = await forward();
        return response.status === 422
          ? json(422, { success: false, message: 'No', error: { code: 'VALIDATION_FAILED', message: 'No' } })
          : response;
      }),
      ['wrong createApiKey refuses a wrong name without error.details.fields.name (docs/contract.md 7.3)'],
    ],
    [
      'has codes of its own',
      at(contract.inviteUser, async ({ forward }) => {
        const response = await forward();
        return response.status === 409 ? json(409, { success: false, message: 'No', code: 'DUPLICATE' }) : response;
      }),
      ['wrong inviteUser refuses with 409 DUPLICATE, instead of 409 CONFLICT (docs/contract.md 7.2)'],
    ],
    [
      'ends the session for a wrong password',
      at(contract.setUpTwoFactor, async () => json(401, { success: false, message: 'Sign in' })),
      ['wrong setUpTwoFactor refuses with 401 UNAUTHORIZED, instead of 401 INVALID_CREDENTIALS (docs/contract.md 5.7)'],
    ],
    [
      'does not delete',
      at(contract.deleteApiKey, async () => json(200, { success: true, message: 'ok' })),
      ['wrong deleteApiKey what it removed is still in the list'],
    ],
  ];

  it.each(wrongWrites)('that %s is found out with writes', async (_, proxy, found) => {
    const workspace = await api.workspace({});
    expect(findingsOf((await check(workspace, proxy, { hasWrites: true })).results)).toEqual(found);
  });

  it.each<[string, Partial<CheckOptions>, (passing: Passing) => Promise<Response>, string | RegExp]>([
    ['refuses the token', { token: 'wrong' }, ({ forward }) => forward(), 'The server refuses the token (401).'],
    [
      'cannot be reached',
      {},
      () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
      'The server cannot be reached: connect ECONNREFUSED',
    ],
    [
      'does not answer at all',
      { timeoutMs: 20 },
      () => new Promise(() => undefined),
      'The server does not answer within 0.02 s.',
    ],
    [
      'has no users/me',
      {},
      at(contract.getCurrentUser, async () => page(404)),
      'users/me does not name the organization. Name it with --org.',
    ],
  ])('that %s cannot be checked', async (_, options, proxy, message) => {
    const checked = check(await api.workspace(), proxy, options);
    await expect(checked).rejects.toThrow(new CannotCheckError(message as string));
  });
});
