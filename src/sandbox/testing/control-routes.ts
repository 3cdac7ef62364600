import { Hono } from 'hono';
import * as z from 'zod/mini';
import { uuid } from '../../contract/wire.js';
import { organizations } from '../db/tables.js';
import { forbidden, invalidRequest, notFound } from '../http/http-error.js';
import { readBody } from '../http/request-body.js';
import { isFromElsewhere } from '../http/request-origin.js';
import type { SandboxContext, Variables } from '../http/route.js';
import type { MailCatcher } from '../mail/mail-catcher.js';
import { integrationStates, setIntegrations } from '../seed/integration-states.js';
import { seededPassword, seededTotpSecret, seedWorkspace } from '../seed/seed-workspace.js';
import type { Services } from '../services.js';
import type { Lab } from './test-controls.js';

const newWorkspace = z.strictObject({
  users: z.optional(z.int().check(z.gte(0), z.lte(50_000))),
  empty: z.optional(z.boolean()),
  seats: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
});

const newFault = z.strictObject({
  org_id: uuid,
  method: z.string().check(z.toUpperCase()),
  path: z.string().check(z.startsWith('/')),
  times: z.optional(z.int().check(z.gte(1))),
  status: z.optional(z.int().check(z.gte(200), z.lte(599))),
  body: z.optional(z.unknown()),
  headers: z.optional(z.record(z.string(), z.string())),
  delay_ms: z.optional(z.number().check(z.gte(0))),
  drop: z.optional(z.boolean()),
  truncate: z.optional(z.boolean()),
});

const newClock = z.strictObject({ org_id: uuid, offset_ms: z.number() });

const newIntegrations = z.extend(integrationStates, { org_id: uuid });

/** `/__sandbox/…`: how tests and stories bend the server. For this machine's programs and our own pages, nobody else. */
export function controlRoutes(services: Services, lab: Lab, catcher?: MailCatcher): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    const { publicOrigin, addressOf } = services;
    if (isFromElsewhere(c.req.raw, addressOf(c.env), publicOrigin)) throw forbidden('Only for pages of this server');
    await next();
  });

  // Everybody's password is the same, so that workspaces are made fast.
  let passwordHash: string | undefined;

  app.post('/workspaces', async (c) => {
    const { users, empty, seats } = await bodyOf(c, newWorkspace);
    const { store, hasher, sealing, random, newId, sessions } = services;
    const tag = newId().slice(-8);
    passwordHash ??= await hasher.hash(seededPassword);
    const secrets = {
      passwordHash,
      sealedTotpSecret: await sealing.seal(seededTotpSecret),
    };
    const seeded = await store.transaction(`seed:${tag}`, (rows) => {
      return seedWorkspace({ rows, ...secrets, random, newId, now: services.now() }, { users, empty, seats, tag });
    });
    const accounts = await Promise.all(
      seeded.accounts.map(async (person) => {
        const grant = await sessions.begin(person, { userAgent: 'sandbox', address: services.addressOf(c.env) });
        const { email, role, id } = person;
        return { email, password: seededPassword, role, user_id: id, access_token: grant.accessToken };
      }),
    );
    return c.json({ org_id: seeded.organizationId, accounts });
  });

  app.post('/faults', async (c) => {
    const { org_id, method, path, times = 1, ...effect } = await bodyOf(c, newFault);
    const { status, body, headers, delay_ms, drop, truncate } = effect;
    if (status !== undefined && body !== undefined && [204, 205, 304].includes(status)) {
      throw invalidRequest(`A ${status} has no body`);
    }
    const fault = { status, body, headers, delayMs: delay_ms, isDropped: drop, isTruncated: truncate };
    lab.faults.add({ organizationId: org_id.toLowerCase(), method: method.toUpperCase(), path }, fault, times);
    return c.json({ times });
  });

  app.delete('/faults', async (c) => {
    const given = (await c.get('readBody')()) as { org_id?: unknown } | undefined;
    const id = c.req.query('org_id') ?? given?.org_id;
    lab.faults.clear(typeof id === 'string' ? id.toLowerCase() : undefined);
    return c.json({});
  });

  app.post('/clock', async (c) => {
    const { org_id, offset_ms } = await bodyOf(c, newClock);
    lab.setClockOffset(org_id.toLowerCase(), offset_ms);
    return c.json({ now: new Date(services.now(org_id.toLowerCase())).toISOString() });
  });

  app.post('/integrations', async (c) => {
    const { org_id, ...states } = await bodyOf(c, newIntegrations);
    const organizationId = org_id.toLowerCase();
    const { store, newId, now } = services;
    await store.transaction(`integrations:${organizationId}`, async (rows) => {
      if (!(await rows.get(organizations, organizationId))) throw notFound('There is no such workspace');
      const ports = { rows, organizationId, newId: () => newId(organizationId), now: now(organizationId) };
      await setIntegrations(ports, states);
    });
    return c.json({});
  });

  app.get('/requests', (c) => {
    const id = c.req.query('org_id');
    if (id === undefined) throw invalidRequest('org_id is missing');
    return c.json(lab.requests.of(id.toLowerCase()));
  });

  app.get('/mail', (c) => c.json(catcher?.list(c.req.query('to')) ?? []));

  return app;
}

async function bodyOf<S extends z.ZodMiniType>(c: SandboxContext, schema: S): Promise<z.output<S>> {
  return readBody(schema, await c.get('readBody')()) as z.output<S>;
}
