import { Hono } from 'hono';
import * as z from 'zod/mini';
import { uuid } from '../../contract/wire.js';
import { organizationKey } from '../db/store.js';
import { organizations } from '../db/tables.js';
import { forbidden, invalidRequest, notFound } from '../http/http-error.js';
import { maxBodyBytes, parseBody, readJson } from '../http/request-body.js';
import { isForeignRequest } from '../http/request-origin.js';
import type { SandboxContext, Variables } from '../http/route.js';
import type { MailCatcher } from '../mail/mail-catcher.js';
import { integrationStates, setIntegrations } from '../seed/integration-states.js';
import { seededPassword, seedWorkspace } from '../seed/seed-workspace.js';
import type { Services } from '../services.js';
import type { TestControls } from './test-controls.js';

const organizationId = z.pipe(
  uuid,
  z.transform((id: string) => id.toLowerCase()),
);

const newWorkspace = z.strictObject({
  users: z.optional(z.int().check(z.gte(0), z.lte(50_000))),
  empty: z.optional(z.boolean()),
  seats: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
});

const newOverride = z.strictObject({
  org_id: organizationId,
  method: z.string(),
  path: z.string().check(z.startsWith('/')),
  times: z.optional(z.int().check(z.gte(1))),
  status: z.optional(z.int().check(z.gte(200), z.lte(599))),
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
  delay_ms: z.optional(z.number().check(z.gte(0))),
  drop: z.optional(z.boolean()),
  truncate: z.optional(z.boolean()),
});

/** Up to 31 years: every time by the clock is a date. */
const newClock = z.strictObject({ org_id: organizationId, offset_ms: z.number().check(z.gte(-1e12), z.lte(1e12)) });

const newIntegrations = z.extend(integrationStates, { org_id: organizationId });

/** `/__sandbox/…`: the test controls over HTTP, for local programs and for pages of this server. */
export function controlRoutes(
  services: Services,
  testControls: TestControls,
  mailCatcher?: MailCatcher,
): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    const { publicOrigin, connectionAddress } = services;
    if (isForeignRequest(c.req.raw, connectionAddress(c.env), publicOrigin))
      throw forbidden('Only pages of this server can use this.');
    await next();
  });

  // All accounts share one password, so that it is hashed only once.
  let passwordHash: string | undefined;

  app.post('/workspaces', async (c) => {
    const options = await parse(c, newWorkspace);
    const { newId, sessions } = services;
    const tag = newId().slice(-8);
    passwordHash ??= await services.passwordHasher.hash(seededPassword);
    const seeded = await seedWorkspace({ ...services, newId, now: services.now(), passwordHash }, { ...options, tag });
    const client = { userAgent: 'sandbox', address: services.clientAddress(c.req.raw, c.env) };
    const accounts = await Promise.all(
      seeded.accounts.map(async (user) => {
        const { accessToken: access_token } = await sessions.start(user, client);
        return { email: user.email, password: seededPassword, role: user.role, user_id: user.id, access_token };
      }),
    );
    return c.json({ org_id: seeded.organizationId, accounts });
  });

  app.post('/faults', async (c) => {
    const { org_id, method, path, times = 1, ...override } = await parse(c, newOverride);
    const { status, body, headers, delay_ms: delayMs, drop: isDropped, truncate: isTruncated } = override;
    if (status !== undefined && body !== undefined && [204, 205, 304].includes(status)) {
      throw invalidRequest(`A ${status} has no body`);
    }
    const target = { organizationId: org_id, method: method.toUpperCase(), path };
    testControls.overrides.add(target, { status, body, headers, delayMs, isDropped, isTruncated }, times);
    return c.json({ times });
  });

  app.delete('/faults', async (c) => {
    const body = (await readJson(c.req, maxBodyBytes)) as { org_id?: unknown } | undefined;
    const id = c.req.query('org_id') ?? body?.org_id;
    testControls.overrides.clear(typeof id === 'string' ? id.toLowerCase() : undefined);
    return c.json({});
  });

  app.post('/clock', async (c) => {
    const { org_id, offset_ms } = await parse(c, newClock);
    testControls.setClockOffset(org_id, offset_ms);
    return c.json({ now: new Date(services.now(org_id)).toISOString() });
  });

  app.post('/integrations', async (c) => {
    const { org_id, ...states } = await parse(c, newIntegrations);
    const { store, newId, now } = services;
    await store.transaction(organizationKey(org_id), async (rows) => {
      if (!(await rows.get(organizations, org_id))) throw notFound('Workspace not found.');
      await setIntegrations({ rows, organizationId: org_id, newId: () => newId(org_id), now: now(org_id) }, states);
    });
    return c.json({});
  });

  app.get('/requests', (c) => {
    const id = c.req.query('org_id');
    if (id === undefined) throw invalidRequest('org_id is required.');
    return c.json(testControls.requests.of(id.toLowerCase()));
  });

  app.get('/mail', (c) => c.json(mailCatcher?.list(c.req.query('to')) ?? []));

  return app;
}

async function parse<S extends z.ZodMiniType>(c: SandboxContext, schema: S): Promise<z.output<S>> {
  return parseBody(schema, await readJson(c.req, maxBodyBytes)) as z.output<S>;
}
