import { html } from '@open-wc/testing';
import '../../../src/define/users.js';
import type { User } from '../../../src/contract/me.js';
import { listUsers } from '../../../src/contract/users.js';
import type { AgniUsers } from '../../../src/elements/users/agni-users.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, user } from '../../mount.js';
import { waitFor, within } from '../../queries.js';

/** A sandbox that always lists these users, even after writes. */
export function withUsers(users: readonly Partial<User>[], sandbox = createSandbox()): Sandbox {
  const data = users.map((one, index) => ({
    id: `0190cccc-0000-7000-8000-${String(index).padStart(12, '0')}`,
    email: `user${index}@northwind.example`,
    role: 'MEMBER',
    ...one,
  }));
  return sandbox.fail(listUsers, 200, undefined, { body: { success: true, message: '', data } });
}

/** Mounts the users pane; returns the pane with frequent steps of its tests. */
export async function mount(sandbox = createSandbox(), template = html`<agni-users></agni-users>`) {
  const mounted = await mountPane<AgniUsers>(template, sandbox);
  const { pane, view } = mounted;
  const root = pane.renderRoot as ShadowRoot;
  const button = (name: string | RegExp) => waitFor(() => view.getByRole('button', { name }));
  const press = async (name: string | RegExp) => user.click(await button(name));
  const dialog = (name: string | RegExp) => view.findByRole('dialog', { name });
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label, { selector: ':not(dialog *)' });
  /** Types into the search field. */
  const search = (text: string) => user.fill(field('Search users'), text);
  const rows = () => [...root.querySelectorAll<HTMLElement>('tbody tr')];
  const names = () => rows().map((row) => textOf(row.querySelector('th .name')));
  /** Waits until exactly these users are listed. */
  const listed = (...expected: string[]) =>
    waitFor(() => {
      if (names().join() !== expected.join()) throw new Error(`Listed are ${names()}`);
    });
  /** Waits until a user is listed; resolves to the user's row. */
  const row = (name: string) =>
    waitFor(() => {
      const found = rows()[names().indexOf(name)];
      if (!found) throw new Error(`No "${name}" among ${names()}`);
      return found;
    });
  const cells = async (name: string) => [...(await row(name)).children].map(textOf);
  /** Opens the menu of a row, and returns it. */
  const menu = async (name: string) => {
    await press(`Actions for ${name}`);
    return view.findByRole('menu', { name: `Actions for ${name}` });
  };
  /** Opens the menu of a row, and presses an action in it. */
  const choose = async (name: string, action: string) =>
    user.click(within(await menu(name)).getByRole('menuitem', { name: action }));
  /** Waits until the parts that load after the table are shown. */
  const rest = () => view.findByRole('tab', { name: 'Pending invitations', description: /\d/ });
  const status = () => [...root.querySelectorAll('[role=status]')].map(textOf).filter(Boolean);
  return {
    ...{ ...mounted, root, button, press, dialog, field, search, rows, names, listed, row, cells },
    ...{ menu, choose, rest, status },
  };
}

/** The requests that change users. */
export function writes(sandbox: Sandbox) {
  return sandbox.requests().filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/users'));
}

/** Text as users read it: white space is one space. */
export function textOf(element: Element | null | undefined): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
