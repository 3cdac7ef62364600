import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgniProfile } from '../../src/elements/profile/agni-profile.js';
import { waitFor, within } from '../queries.js';
import { user } from '../user.js';
import { HostFrame, type HostPageOptions, scriptTag } from './host-frame.js';
import { wire } from './wire.js';

// The built kit in hostile host pages, against the built server.
const bundle = '<script defer src="/cdn/agni-settings.bundle.js"></script>';
const pane = '<agni-profile></agni-profile>';
const around = (content: string) => `<agni-provider base-url="${wire.origin}">${content}</agni-provider>`;
const strict =
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src ${wire.origin}; img-src 'self'; ` +
  "require-trusted-types-for 'script'; trusted-types lit-html";

let host: HostFrame;
const open = async (options: Omit<HostPageOptions, 'body'> & { body?: string } = {}) => {
  host = await HostFrame.open({ body: around(pane), ...options });
  return host;
};
afterEach(() => host.remove());

/** Complaints other than the expected warning about a second copy. */
const others = () => host.complaints.filter((one) => !one.includes('the page has two copies'));

describe('storage that throws', () => {
  it('is not needed, and nothing is put there (C42)', async () => {
    const { complaints } = await open({
      body: around('<agni-settings pane="profile"></agni-settings>'),
      before: () => {
        const refuse = () => {
          throw new DOMException('Denied by this test', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']) {
          Object.defineProperty(window, name, { get: refuse });
        }
        Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
      },
    });
    const hub = await host.find('agni-settings');
    const profile = await waitFor(() => {
      const found = hub.shadowRoot?.querySelector('agni-profile')?.shadowRoot;
      if (!found) throw new Error('The hub shows no profile');
      return found as unknown as HTMLElement;
    });
    const view = within(profile);
    await user.fill(await view.findByLabelText('First Name'), 'Stored');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await view.findByText('Saved');
    expect(complaints).to.deep.equal([]);
  });
});

describe('the kit twice', () => {
  const twice = (tag: string) => tag + tag.replace('.js"', '.js?again"');
  for (const [name, head, policy] of [
    ['two tags of the bundle', bundle + bundle, undefined],
    ['two addresses of the bundle', twice(bundle), undefined],
    ['two tags of the modules', scriptTag + scriptTag, undefined],
    ['two addresses of the modules', twice(scriptTag), undefined],
    ['bundle and modules', bundle + scriptTag, undefined],
    ['two tags of the bundle under Trusted Types', bundle + bundle, `${strict} 'allow-duplicates'`],
    ['bundle and modules under Trusted Types', bundle + scriptTag, `${strict} 'allow-duplicates'`],
    ['two tags of the modules under Trusted Types', scriptTag + scriptTag, strict],
  ] as const) {
    it(`works as once, and warns at most once: ${name} (C49, C50)`, async () => {
      const { complaints } = await open({ head, ...(policy ? { policy } : {}) });
      await host.saveFirstName(`Twice by ${name}`);
      expect(others()).to.deep.equal([]);
      expect(complaints.length).to.be.lessThan(2);
    });
  }

  it('leaves a foreign element its tag, and registers the rest, also under Trusted Types (C50)', async () => {
    const { complaints } = await open({
      head: bundle,
      policy: strict,
      body: around(`${pane}<agni-sessions></agni-sessions>`),
      before: () => customElements.define('agni-sessions', class extends HTMLElement {}),
    });
    await host.saveFirstName('Beside a foreign element');
    expect(!!host.document.querySelector('agni-sessions')?.shadowRoot).to.equal(false);
    expect(others()).to.deep.equal([]);
    expect(complaints).to.have.length(1);
  });
});

describe('a hostile page', () => {
  const hostileStyle = `
    * { all: unset !important; }
    input, button, label, form, svg { display: none !important; visibility: hidden !important; }
    ::part(button) { outline: none; }`;

  it('does not reach the inside by its style sheets (C57)', async () => {
    const { complaints } = await open({ head: `${scriptTag}<style>${hostileStyle}</style>` });
    await host.saveFirstName('Styled');
    const field = (await host.view('agni-profile')).getByLabelText('First Name');
    expect(field.checkVisibility({ visibilityProperty: true })).to.equal(true);
    expect(complaints).to.deep.equal([]);
  });

  it('around the kit is a form, which Enter in a field does not submit (C57)', async () => {
    const { complaints } = await open({
      body: `<form id="host" action="/nowhere"><input name="own"><button>Host</button>${around(`${pane}<agni-users></agni-users>`)}</form>`,
    });
    const profile = await host.view('agni-profile');
    const field = await profile.findByLabelText('First Name');
    const submitted: string[] = [];
    host.document.querySelector('form')?.addEventListener('submit', () => submitted.push('submitted'));
    await user.fill(field, 'Entered');
    await sendKeys({ press: 'Enter' });
    await profile.findByText('Saved');
    const users = await host.view('agni-users');
    (await users.findByLabelText('Search users')).focus();
    await sendKeys({ press: 'Enter' });
    await user.fill(profile.getByLabelText('Last Name'), 'Later');
    await profile.findByRole('button', { name: 'Discard' });
    expect([submitted, host.window.location.pathname.startsWith('/host/')]).to.deep.equal([[], true]);
    expect(complaints).to.deep.equal([]);
  });

  it('has extended and replaced prototypes, as old libraries do (C57)', async () => {
    const { complaints } = await open({
      before: () => {
        const extend = (prototype: object, more: Record<string, unknown>) => Object.assign(prototype, more);
        extend(Object.prototype, { inherited: 'yes', toJSON: undefined });
        extend(Array.prototype, {
          remove: () => undefined,
          toJSON(this: unknown[]) {
            return `[${this.join()}]`;
          },
        });
        extend(String.prototype, { toJSON: () => 'a string' });
        const { map, filter, find, includes } = Array.prototype;
        // Wraps methods, as instrumentation does.
        for (const method of [map, filter, find, includes]) {
          Reflect.set(Array.prototype, method.name, function (this: unknown[], ...args: never[]) {
            return Reflect.apply(method, this, args);
          });
        }
        const { fetch } = window;
        window.fetch = (...args) => Promise.resolve().then(() => fetch(...args)); // as monitoring does
        const { append } = Element.prototype;
        Element.prototype.append = function (...nodes) {
          return append.apply(this, nodes);
        };
      },
    });
    await host.saveFirstName('Extended');
    const headers = { Authorization: `Bearer ${wire.token}` };
    const { data } = await (await fetch(`${wire.origin}/api/v1/users/me`, { headers })).json();
    expect(data.first_name).to.equal('Extended');
    expect(complaints).to.deep.equal([]);
  });

  const clobbering = ['currentScript', 'cookie', 'forms', 'scripts', 'head'];
  for (const [name, head] of [
    ['modules', scriptTag],
    ['bundle', bundle],
  ] as const) {
    it(`has named elements in place of properties: ${name} (C57)`, async () => {
      const images = clobbering.map((id) => `<img name="${id}" id="${id}" alt="">`).join('');
      const globals = [
        'fetch',
        'navigator',
        'customElements',
        'trustedTypes',
        'agni',
        'litHtmlVersions',
        'location',
        'name',
        'self',
        'top',
      ];
      const anchors = globals.map((id) => `<a id="${id}" name="${id}" href="https://evil.example">x</a>`).join('');
      const { complaints } = await open({
        head: '',
        body: `${images}${anchors}<div lang="de">${around(pane)}</div>${head}`,
      });
      const view = await host.view('agni-profile');
      await user.fill(await view.findByLabelText('Vorname'), `Geklaut durch ${name}`);
      await user.click(await view.findByRole('button', { name: 'Änderungen speichern' }));
      await view.findByText('Gespeichert');
      expect(complaints).to.deep.equal([]);
    });
  }

  it('moves and wraps what is added to it, and the fields keep what was typed (C57)', async () => {
    const { complaints } = await open({
      body: `<div id="one">${around(pane)}</div><div id="two"></div>`,
      before: () => {
        addEventListener('DOMContentLoaded', () => {
          let moves = 0;
          const move = () => {
            if (moves >= 40) return;
            moves += 1;
            const provider = document.querySelector('agni-provider') as HTMLElement;
            const wrapper = document.createElement('font'); // as translators do
            document.querySelector(moves % 2 ? '#two' : '#one')?.append(wrapper);
            wrapper.append(provider);
            document.documentElement.dataset.moves = String(moves);
          };
          new MutationObserver(move).observe(document.body, { childList: true, subtree: true });
          document.querySelector('#one')?.append('begin');
        });
      },
    });
    const view = await host.view('agni-profile');
    await user.fill(await view.findByLabelText('First Name'), 'Moved');
    host.document.querySelector('#one')?.append('more');
    await waitFor(() => expect(host.document.documentElement.dataset.moves).to.equal('40'));
    expect(view.getByLabelText<HTMLInputElement>('First Name').value).to.equal('Moved');
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await view.findByText('Saved');
    expect(complaints).to.deep.equal([]);
  });
});

describe('a strict policy', () => {
  it('is kept by every element: nothing is reported (C58)', async () => {
    const { complaints } = await open({ policy: strict, body: around('<agni-settings></agni-settings>') });
    const hub = await host.find('agni-settings');
    const view = await host.view('agni-settings');
    const links = await view.findAllByRole('link');
    for (const link of links) {
      await user.click(link);
      await waitFor(() => expect((hub as HTMLElement & { state: string }).state).to.equal('ready'));
    }
    expect(links.length).to.be.greaterThan(5);
    expect(complaints).to.deep.equal([]);
  });

  it('that blocks the API is told as a server out of reach (C58)', async () => {
    const { complaints } = await open({
      policy: strict.replace(wire.origin, "'self'"),
    });
    const view = await host.view('agni-profile');
    await view.findByRole('button', { name: 'Try Again' });
    await view.findByText(/^Can't reach the server/);
    expect(((await host.find('agni-profile')) as AgniProfile).state).to.equal('error');
    const { host: blocked } = new URL(wire.origin);
    expect(complaints.filter((one) => !one.includes(blocked))).to.deep.equal([]);
  });
});
