import { type Context, Hono } from 'hono';
import { authorizeGhl, finishGhlAuthorization } from '../../contract/ghl.js';
import { getCurrentUser } from '../../contract/me.js';
import { authenticate } from '../auth/authenticate.js';
import type { UserCaller } from '../auth/caller.js';
import { organizations } from '../db/tables.js';
import { forbidden, HttpError } from '../http/http-error.js';
import { isSameOrigin } from '../http/request-origin.js';
import type { Route, Variables } from '../http/route.js';
import type { Services } from '../services.js';
import { negotiateLanguage } from '../words/language.js';
import { consentPage, consentPolicy, consentStyles, outcomePage, type PageOptions } from './ghl-consent-pages.js';
import { type ConsentOutcome, GhlConsents } from './ghl-consents.js';

/** Start and end of the authorization at GoHighLevel (docs/contract.md 10.2, 10.3). */
export function ghlAuthorizationRoutes(route: Route, services: Services): void {
  const consents = new GhlConsents(services);

  route(authorizeGhl, async ({ caller, organization, context }) => {
    const state = await consents.create(organization.id, caller.kind === 'user' ? caller.user.id : null);
    return context.redirect(`${services.publicPath}/ghl/consent?state=${state}`);
  });

  route(finishGhlAuthorization, async ({ context }) => {
    const { state = '', code } = context.req.query();
    const viewer = await signedInUser(context, services);
    const outcome = await consents.finish({ state, code, userId: viewer?.user.id });
    return context.redirect(`${services.publicPath}/ghl/done?outcome=${outcome}`);
  });
}

/** GoHighLevel's pages under `/ghl`: consent page and outcome. Redirects never go to an address from the request. */
export function ghlConsentPages(services: Services): Hono<{ Variables: Variables }> {
  const consents = new GhlConsents(services);
  const { publicPath } = services;
  const app = new Hono<{ Variables: Variables }>();

  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', consentPolicy);
    // With `no-referrer` browsers would send `Origin: null` with the form.
    c.header('Referrer-Policy', 'same-origin');
    // As on the provider's own page: the opener loses access to the window.
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
  });

  const optionsOf = (c: Context): PageOptions => {
    return { publicPath, language: negotiateLanguage(c.req.header('accept-language')) };
  };

  /** The request, if the signed-in user may answer it. */
  const findRequest = async (c: Context) => {
    const asked = await consents.find(c.req.query('state') ?? '');
    if (!asked || asked.user_id === null) return { asked, viewer: undefined };
    const viewer = await signedInUser(c, services);
    return viewer?.user.id === asked.user_id ? { asked, viewer } : { asked: undefined, viewer };
  };

  app.get('/consent', async (c) => {
    const { asked, viewer } = await findRequest(c);
    const organization = asked && (await services.store.get(organizations, asked.organization_id));
    if (!organization) return c.html(outcomePage('failed', optionsOf(c)), 400);
    const state = c.req.query('state') ?? '';
    return c.html(consentPage({ state, organization: organization.name, email: viewer?.user.email }, optionsOf(c)));
  });

  app.post('/consent/:answer{allow|deny}', async (c) => {
    if (!isSameOrigin(c.req.raw, services.publicOrigin)) throw forbidden('Answer on the consent page itself.');
    const { asked } = await findRequest(c);
    const isAllowed = c.req.param('answer') === 'allow';
    const code = asked && isAllowed ? await consents.allow(asked) : undefined;
    if (!asked || (isAllowed && code === undefined)) return c.html(outcomePage('failed', optionsOf(c)), 400);
    const query = new URLSearchParams({ state: c.req.query('state') ?? '' });
    query.set(code === undefined ? 'error' : 'code', code ?? 'access_denied');
    return c.redirect(`${publicPath}${finishGhlAuthorization.path}?${query}`, 303);
  });

  app.get('/done', (c) => {
    const outcome = c.req.query('outcome') as ConsentOutcome;
    return c.html(outcomePage(['connected', 'denied'].includes(outcome) ? outcome : 'failed', optionsOf(c)));
  });

  app.get('/consent.css', (c) => c.body(consentStyles, 200, { 'Content-Type': 'text/css; charset=utf-8' }));

  return app;
}

/** The signed-in user of a page; `undefined` if the session is missing or no longer valid. */
async function signedInUser(c: Context, services: Services): Promise<UserCaller | undefined> {
  try {
    const caller = await authenticate(c, getCurrentUser, services);
    return caller?.kind === 'user' ? caller : undefined;
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}
