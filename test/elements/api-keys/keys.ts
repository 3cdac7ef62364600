import { html } from '@open-wc/testing';
import '../../../src/define/api-keys.js';
import type { ApiKey } from '../../../src/contract/api-keys.js';
import { listApiKeys } from '../../../src/contract/api-keys.js';
import type { AgniApiKeys } from '../../../src/elements/api-keys/agni-api-keys.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, user } from '../../mount.js';
import { waitFor } from '../../queries.js';

const day = 86_400_000;

/** The time `days` days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * day).toISOString();
}

/** A sandbox that always lists these keys, even after writes. A second call for the same sandbox replaces the list. */
export function withKeys(keys: readonly (Partial<ApiKey> & { name: string })[], sandbox = createSandbox()): Sandbox {
  const data = keys.map((key, index) => ({ id: `0190bbbb-0000-7000-8000-${String(index).padStart(12, '0')}`, ...key }));
  return sandbox.fail(listApiKeys, 200, undefined, { body: { success: true, message: '', data, meta: {} } });
}

/** Mounts the API keys pane; returns the pane with frequent steps of its tests. */
export async function mount(sandbox = createSandbox(), template = html`<agni-api-keys></agni-api-keys>`) {
  const mounted = await mountPane<AgniApiKeys>(template, sandbox);
  const { pane, view } = mounted;
  const button = (name: string | RegExp) => view.getByRole('button', { name });
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  /** A dialog after its opening animation: colors are only final then. */
  const dialog = async (name: string | RegExp) => {
    const open = await view.findByRole('dialog', { name });
    await Promise.all(open.getAnimations().map(({ finished }) => finished));
    return open;
  };
  const press = (name: string | RegExp) => user.click(button(name));
  /** Chooses an action in the menu of a key; the key and its menu may have to be loaded first. */
  const choose = async (name: string | RegExp, action: string) => {
    const opener = typeof name === 'string' ? `Actions for ${name}` : name;
    await user.click(await view.findByRole('button', { name: opener }));
    await user.click(await view.findByRole('menuitem', { name: action }));
  };
  /** Opens the form for a new key, which may have to be loaded first. */
  const openForm = async () => {
    await press('+ New Key');
    await dialog('New API Key');
  };
  /** Fills the form for a new key and sends it. */
  const create = async (name: string) => {
    await openForm();
    await user.fill(field('Name'), name);
    await press('Create Key');
  };
  /** As {@link create}, and waits for the dialog with the secret; returns the secret. */
  const created = async (name: string) => {
    await create(name);
    await dialog('Save your API key');
    return field('API Key').value;
  };
  /** Closes the dialog that shows the secret. */
  const done = async () => {
    await user.click(field('I have stored this key'));
    await press('Done');
  };
  /** Types into the search field, which is loaded after the list. */
  const search = async (text: string) => user.fill(await view.findByLabelText('Search keys'), text);
  const rows = () => [...pane.renderRoot.querySelectorAll<HTMLElement>('[part=row]')];
  /** Waits until a key is listed; resolves to its row. */
  const row = (name: string) =>
    waitFor(() => {
      const found = rows().find((candidate) => candidate.querySelector('.name')?.textContent?.trim() === name);
      if (!found) throw new Error(`No key "${name}" is listed`);
      return found;
    });
  const status = () => pane.renderRoot.querySelector('.pane > [role=status]:last-child')?.textContent?.trim();
  return {
    ...mounted,
    button,
    field,
    dialog,
    press,
    choose,
    openForm,
    create,
    created,
    done,
    search,
    rows,
    row,
    status,
  };
}

/** The requests that change keys. */
export function writes(sandbox: Sandbox) {
  return sandbox.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/api-keys'));
}

/** Text as users read it: white space is one space. */
export function textOf(element: Element | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

/** A sandbox that carries out requests with this method, but loses their answers. */
export function losingAnswers(sandbox: Sandbox, method: string): Sandbox {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await sandbox.fetch(request);
    if (request.method === method) throw new TypeError('Failed to fetch');
    return response;
  };
  return { ...sandbox, fetch };
}

/** Replaces `navigator.clipboard` until the returned function is called. */
export function withClipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () => {
    delete (navigator as { clipboard?: Clipboard }).clipboard;
  };
}
