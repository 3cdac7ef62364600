import { expect, fixture, html } from '@open-wc/testing';
import { load } from '../../../src/define/load.js';
import '../../../src/define/settings.js';
import '../../../src/define/org-settings.js';
import '../../../src/define/profile.js';
import type { FailureDetail } from '../../../src/events.js';
import { createSandbox } from '../../../src/sandbox/create-sandbox.js';
import { viewOf } from '../../mount.js';
import { waitFor, within } from '../../queries.js';

/** The console warnings since the last test. */
const warnings: string[] = [];
const { warn } = console;

before(() => {
  console.warn = (text: unknown) => void warnings.push(String(text));
});
after(() => {
  console.warn = warn;
});
beforeEach(() => {
  warnings.length = 0;
});

const { fetch } = createSandbox();

/** Waits for a warning, and checks that it is shown once and names the page of the documentation. */
async function untilWarned(start: string): Promise<void> {
  const found = await waitFor(() => {
    const matching = warnings.filter((text) => text.startsWith(`agni-settings: ${start}`));
    if (!matching.length) throw new Error(`No warning "${start}" among ${warnings}`);
    return matching;
  });
  expect(found).to.have.lengthOf(1);
  expect(found[0]).to.match(/ See docs\/console\.md of the package\.$/);
}

/** A page with one mistake. Returns the pane on it. */
async function page(markup: string, properties: object = {}): Promise<Element> {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  const template = document.createElement('template');
  template.innerHTML = markup;
  const content = template.content.cloneNode(true) as DocumentFragment;
  Object.assign(content.querySelector('agni-provider') as Element, { fetch }, properties);
  root.append(content);
  return root.querySelector('agni-profile') ?? root;
}

const inside = '<agni-profile></agni-profile>';
const provider = (attributes: string, content = inside) =>
  `<agni-provider base-url="/" ${attributes}>${content}</agni-provider>`;

describe('a mistake of the host page', () => {
  for (const [mistake, markup, properties, start] of [
    [
      'an attribute in camel case',
      provider('userKey="ada"'),
      {},
      '<agni-provider userkey> has no effect. The attribute is user-key.',
    ],
    [
      'a function as an attribute',
      provider('get-token="f"'),
      {},
      '<agni-provider get-token> has no effect, because getToken is no attribute.',
    ],
    [
      'a property in lower case',
      provider(''),
      { gettoken: () => '' },
      'The property gettoken of <agni-provider> has no effect. It is getToken',
    ],
    [
      'a token in place of a function',
      provider('auth-mode="cookie"'),
      { getToken: 'token' },
      'getToken must be a function',
    ],
    [
      'headers from an asynchronous function',
      provider('auth-mode="cookie"'),
      { headers: async () => ({}) },
      'headers must return the headers, not a promise',
    ],
    [
      'a base URL with the path of the API',
      '<agni-provider base-url="/x/api/v1"><agni-profile></agni-profile></agni-provider>',
      {},
      'base-url must end before /api/v1',
    ],
    [
      'a base URL that is none',
      '<agni-provider base-url="http://"><agni-profile></agni-profile></agni-provider>',
      {},
      'base-url is no web address',
    ],
    ['an unknown theme', provider('theme="night"'), {}, 'theme="night" has no effect. It is one of auto, light, dark.'],
    [
      'an unknown way to sign in',
      provider('auth-mode="cookies"'),
      { getToken: () => 'token' },
      'auth-mode="cookies" has no effect',
    ],
    [
      'an unknown operation',
      provider(''),
      { endpoints: { listKeys: null } },
      'endpoints has listKeys, which is no operation',
    ],
    ['a documented operation', provider(''), { endpoints: { getOrganization: null } }, 'endpoints has getOrganization'],
    [
      'an operation without a path',
      provider(''),
      { endpoints: { listUsers: { path: 'users' } } },
      'endpoints.listUsers must be null, or',
    ],
    ['an unknown message', provider(''), { messages: { 'profile.headline': 'x' } }, 'messages has "profile.headline"'],
    [
      'an unknown message of a language',
      provider(''),
      { messages: { de: { 'account.x': 'x' } } },
      'messages has "account.x"',
    ],
    [
      'an unknown field',
      provider('', '<agni-org-settings hide="website web-site"></agni-org-settings>'),
      {},
      'hide names "web-site", no field of <agni-org-settings>. Fields are name, website, domains, region.',
    ],
    [
      'an unknown field of a pane in the hub',
      provider('', '<agni-settings panes="profile" hide="profile/first-name profile/email"></agni-settings>'),
      {},
      'hide names "profile/email", no field of <agni-profile>',
    ],
    [
      'an unknown pane in the list',
      provider('', '<agni-settings panes="profile nonsense"></agni-settings>'),
      {},
      'There is no pane "nonsense". Panes are organization, profile',
    ],
    [
      'an unknown open pane',
      provider('', '<agni-settings panes="profile" pane="profil"></agni-settings>'),
      {},
      'There is no pane "profil"',
    ],
    [
      'an unknown routing',
      provider('', '<agni-settings panes="profile" routing="path"></agni-settings>'),
      {},
      'routing="path" has no effect',
    ],
    [
      'an attribute that no element has, inside a tag that no element has',
      `<agni-layout class="wide">${provider('token="t"')}</agni-layout>`,
      {},
      '<agni-provider token> has no effect: there is no such attribute.',
    ],
    [
      'false as a boolean attribute',
      provider('', '<agni-profile no-heading="false"></agni-profile>'),
      {},
      '<agni-profile no-heading="false"> counts as set.',
    ],
    [
      'an element that no import registers',
      provider('', `${inside}<agni-apikeys></agni-apikeys>`),
      {},
      '<agni-apikeys> is not registered.',
    ],
    ['a language without words', provider('lang="de"'), {}, 'lang="de" shows English words.'],
    [
      'an address without the API',
      provider(''),
      { fetch: async () => new Response('', { status: 404 }) },
      `No API at ${location.origin}/: users/me answers 404.`,
    ],
    [
      'an address with a page in place of the API',
      provider('').replace('"/"', '"/page"'),
      { fetch: async () => new Response('<!doctype html>') },
      `No API at ${location.origin}/page: users/me answers 200 without JSON.`,
    ],
    [
      'a renewal that wants a CSRF token',
      provider('auth-mode="cookie"'),
      {
        fetch: async (input: RequestInfo) =>
          new Response('', { status: new Request(input).url.endsWith('/auth/refresh') ? 419 : 401 }),
      },
      'The renewal of the session was answered with 419, not 401.',
    ],
  ] as const) {
    it(`is named in the console once: ${mistake} (D85, D86)`, async () => {
      await page(markup, properties);
      await untilWarned(start);
    });
  }

  it('is named where no pane is there: a tag in JSX that no component loads', async () => {
    await page('<agni-provider><agni-userlist></agni-userlist></agni-provider>');
    await load('agni-provider');
    await untilWarned('<agni-userlist> is not registered.');
  });

  it('is not found on a page without one', async () => {
    const messages = { 'profile.heading': 'You', 'shared.error.OWN': 'x', de: { 'profile.heading': 'Sie' } };
    const endpoints = { listUsers: null, listRoles: { method: 'GET', path: '/roles' } };
    await page(
      provider(
        'user-key="ada" theme="dark"',
        '<agni-settings panes="billing"><p slot="pane:billing" label="Billing"></p></agni-settings>',
      ),
      { messages, endpoints },
    );
    // Attributes as servers render properties, which the framework then sets in the browser.
    await page(
      provider(
        'ghlstarturl="() =&gt; \'\'" class="wide" data-testid="x" aria-label="Settings" tabindex="0" ng-version="20"',
        '<agni-profile noheading="false" headinglevel="1"></agni-profile>',
      ),
      { ghlStartUrl: () => '' },
    );
    const pane = document.querySelector<HTMLElementTagNameMap['agni-profile']>('agni-profile[headinglevel]');
    Object.assign(pane ?? {}, { headingLevel: 1, noHeading: false });
    await page(provider('theme="late"')); // reported later than a mistake of the page above would be
    await untilWarned('theme="late" has no effect');
    expect(warnings).to.have.lengthOf(1);
  });
});

it('logs why mistakes could not be looked for, without an error of the page', async () => {
  const thrown = new TypeError('replaced by the host page');
  const { error } = console;
  const errors: unknown[] = [];
  const unhandled: unknown[] = [];
  const listen = ({ reason }: PromiseRejectionEvent) => void unhandled.push(reason);
  console.error = (...values: unknown[]) => void errors.push(...values);
  window.addEventListener('unhandledrejection', listen);
  try {
    const getAttributeNames = () => {
      throw thrown;
    };
    Object.assign(await page(provider('')), { getAttributeNames });
    await waitFor(() => expect([...errors, ...unhandled]).to.deep.equal([thrown]));
    expect(unhandled).to.be.empty;
  } finally {
    console.error = error;
    window.removeEventListener('unhandledrejection', listen);
  }
});

describe('a getToken that gives no token', () => {
  for (const [mistake, getToken, start] of [
    [
      'throws',
      () => {
        throw new TypeError('session is undefined');
      },
      'Requests are not signed: getToken or the renewal failed with "TypeError: session is undefined".',
    ],
    [
      'returns nothing',
      () => undefined,
      'Requests are not signed: getToken or the renewal failed with "TypeError: getToken returned no token".',
    ],
  ] as const) {
    it(`because it ${mistake} is named in the console (D86)`, async () => {
      await page(provider(''), { getToken });
      await untilWarned(start);
    });
  }
});

describe('headers that cannot be sent', () => {
  const thrown = new TypeError('cookie is undefined');
  const failing = () => {
    throw thrown;
  };
  for (const [mistake, headers, reason, logged] of [
    ['the function throws', failing, '', [thrown]],
    ['a value has a line break', () => ({ 'X-CSRF-Token': 'a\nb' }), ' with characters that no request can carry', []],
  ] as const) {
    it(`because ${mistake} are named in the console, and shown as a failure that can be tried again`, async () => {
      const message = `headers or token failed${reason}`;
      const { error } = console;
      const errors: unknown[] = [];
      console.error = (...values: unknown[]) => void errors.push(...values);
      const told: string[] = [];
      const listen = ({ detail }: CustomEvent<FailureDetail>) => void told.push(detail.message);
      document.addEventListener('agni-load-error', listen);
      try {
        const pane = await page(provider('auth-mode="cookie"'), { headers });
        const notice = await viewOf(pane).findByRole('alert');
        expect(notice.textContent).to.contain('Something went wrong. Try again.');
        expect(warnings.filter((text) => text === `agni-settings: ${message}`)).to.have.lengthOf(1);
        expect([...new Set(told)]).to.deep.equal([message]);
        expect([...new Set(errors)]).to.deep.equal(logged);
        Object.assign(pane.parentElement as Element, { headers: undefined });
        within(notice).getByRole('button', { name: 'Try Again' }).click();
        await viewOf(pane).findByLabelText('First Name');
      } finally {
        console.error = error;
        document.removeEventListener('agni-load-error', listen);
      }
    });
  }
});

it('shows a request that the host fails with an object without text as one that got no answer', async () => {
  const pane = await page(provider('auth-mode="cookie"'), { fetch: () => Promise.reject(Object.create(null)) });
  await viewOf(pane).findByRole('alert');
  await waitFor(() => expect(warnings.join()).to.match(/agni-settings: No response from \S+ \(object\)\./));
});
