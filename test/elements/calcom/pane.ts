import { html } from '@open-wc/testing';
import '../../../src/define/calcom.js';
import type { AgniCalcom } from '../../../src/elements/calcom/agni-calcom.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, user } from '../../mount.js';
import { waitFor } from '../../queries.js';

/** Mounts the Cal.com pane; returns the pane with the steps of its users. */
export async function mount(sandbox = createSandbox(), template = html`<agni-calcom></agni-calcom>`) {
  const mounted = await mountPane<AgniCalcom>(template, sandbox);
  const { pane, view } = mounted;
  const button = (name: string | RegExp) => view.findByRole('button', { name });
  const press = async (name: string | RegExp) => user.click(await button(name));
  const field = (label: string) => view.findByLabelText<HTMLInputElement>(label);
  const dialog = (name: string | RegExp) => view.findByRole('dialog', { name });
  const accounts = () =>
    [...pane.renderRoot.querySelectorAll('.list .name')].map(({ textContent }) => textContent?.trim());
  /** Opens a tab, and waits until everything that loads on demand is shown. */
  const openTab = async (name: string) => {
    if (!view.queryByRole('tab', { name, selected: true })) await user.click(await view.findByRole('tab', { name }));
    await settled();
  };
  /** The rows of a table, as text, in the tab of the same name. */
  const rows = async (table: string) => {
    await openTab(table);
    const found = await view.findByRole('table', { name: table });
    return [...found.querySelectorAll('tbody [part=row]')].map((row) => [...row.children].map(textOf).join(' '));
  };
  const select = (agent: string) => view.findByLabelText<HTMLSelectElement>(`Cal.com account ${agent}`);
  /** The text that a select shows. */
  const shown = async (agent: string) => (await select(agent)).selectedOptions[0]?.textContent?.trim();
  /** Presses the primary button of the open dialog. */
  const confirm = async () => {
    const submit = pane.shadowRoot?.querySelector<HTMLElement>('dialog .primary');
    if (!submit) throw new Error('No dialog is open');
    await user.click(submit);
  };
  /** Opens the dialog, types a key and a name, and confirms. */
  const connect = async (key: string, name = '') => {
    if (!view.queryByRole('dialog')) await press('Connect Cal.com');
    await user.fill(await field('Account Name'), name);
    await user.fill(await field('Cal.com API Key'), key);
    await confirm();
  };
  const settled = () =>
    waitFor(() => {
      const { textContent } = pane.renderRoot;
      if (/Loading…/.test(textContent ?? '') || pane.renderRoot.querySelector('[aria-busy=true]')) {
        throw new Error('Something still loads');
      }
    });
  return {
    ...mounted,
    button,
    press,
    field,
    dialog,
    accounts,
    openTab,
    rows,
    select,
    shown,
    confirm,
    connect,
    settled,
  };
}

/** The requests that change Cal.com's data; secrets in their bodies are masked. */
export function writes(sandbox: Sandbox) {
  return sandbox.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/calcom'));
}

/** Text as users read it: white space is one space. */
export function textOf(element: Node | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** A sandbox that carries out writes, but loses their answers. */
export function losingAnswers(sandbox: Sandbox): Sandbox {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request);
    if (!['GET'].includes(request.method)) throw new TypeError('Failed to fetch');
    return response;
  };
  return { ...sandbox, fetch };
}
