import { type Context, Hono } from 'hono';
import { authorizeGhl, finishGhlAuthorization } from '../../contract/ghl.js';
import { getCurrentUser } from '../../contract/me.js';
import { capabilitiesOf } from '../../contract/roles.js';
import type { Person } from '../auth/caller.js';
import { authenticate } from '../auth/credentials.js';
import { organizations } from '../db/tables.js';
import { forbidden, Refusal } from '../http/http-error.js';
import { isFromOwnPage } from '../http/request-origin.js';
import type { Route, Variables } from '../http/route.js';
import type { Services } from '../services.js';
import { consentPage, consentPolicy, consentStyles, outcomePage } from './ghl-consent-pages.js';
import { type ConsentOutcome, GhlConsents } from './ghl-consents.js';

/** Both ends of asking GoHighLevel for its consent, as the API has them (docs/contract.md 10.2, 10.3). */
export function ghlAuthorizationRoutes(route: Route, services: Services): void {
  const consents = new GhlConsents(services);

  route(authorizeGhl, async ({ caller, organization, context }) => {
    const state = await consents.ask(organization.id, caller.kind === 'person' ? caller.user.id : null);
    return context.redirect(`/ghl/consent?state=${state}`);
  });

  route(finishGhlAuthorization, async ({ context }) => {
    const { state = '', code } = context.req.query();
    const viewer = await viewerOf(context, services);
    const mayManage = !viewer || capabilitiesOf({ role: viewer.user.role }).has('integrations:manage');
    const outcome = mayManage ? await consents.finish({ state, code, userId: viewer?.user.id }) : 'failed';
    return context.redirect(`/ghl/done?outcome=${outcome}`);
  });
}

/**
 * The provider's side of it, under `/ghl`: a page that asks, and one that says how it went. Where these lead is fixed;
 * nothing of a request decides it.
 */
export function ghlConsentPages(services: Services): Hono<{ Variables: Variables }> {
  const consents = new GhlConsents(services);
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', consentPolicy);
    // Without a referrer a browser wouldn't say either from which origin the form was sent.
    c.header('Referrer-Policy', 'same-origin');
    // As a provider's page does: whoever opened the window learns nothing of it from here on.
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  });

  /** The consent that is asked for, if it's the viewer's to give. */
  const askedOf = async (c: Context) => {
    const asked = await consents.waiting(c.req.query('state') ?? '');
    if (!asked || asked.user_id === null) return { asked, viewer: undefined };
    const viewer = await viewerOf(c, services);
    return viewer?.user.id === asked.user_id ? { asked, viewer } : { asked: undefined, viewer };
  };

  app.get('/consent', async (c) => {
    const { asked, viewer } = await askedOf(c);
    const workspace = asked && (await services.store.get(organizations, asked.organization_id));
    if (!workspace) return c.html(outcomePage('failed'), 400);
    const state = c.req.query('state') ?? '';
    return c.html(consentPage({ state, workspace: workspace.name, person: viewer?.user.email }));
  });

  app.post('/consent/:answer{allow|deny}', async (c) => {
    if (!isFromOwnPage(c.req.raw, services.publicOrigin)) throw forbidden('Only this page itself can answer');
    const { asked } = await askedOf(c);
    const isAllowed = c.req.param('answer') === 'allow';
    const code = asked && isAllowed ? await consents.allow(asked) : undefined;
    if (!asked || (isAllowed && code === undefined)) return c.html(outcomePage('failed'), 400);
    const query = new URLSearchParams({ state: c.req.query('state') ?? '' });
    query.set(code === undefined ? 'error' : 'code', code ?? 'access_denied');
    return c.redirect(`${finishGhlAuthorization.path}?${query}`, 303);
  });

  app.get('/done', (c) => {
    const outcome = c.req.query('outcome') as ConsentOutcome;
    return c.html(outcomePage(['connected', 'denied'].includes(outcome) ? outcome : 'failed'));
  });

  app.get('/consent.css', (c) => c.body(consentStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  return app;
}

/** Who is signed in where the page is looked at; nobody where that's nobody, or nobody any more. */
async function viewerOf(c: Context, services: Services): Promise<Person | undefined> {
  try {
    const caller = await authenticate(c, getCurrentUser, services);
    return caller?.kind === 'person' ? caller : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
