import { html } from '@open-wc/testing';
import '../../../src/define/ghl.js';
import type { AgniGhl } from '../../../src/elements/ghl/agni-ghl.js';
import { createSandbox, type IntegrationStates } from '../../../src/sandbox/create-sandbox.js';
import { mount as mountPane, user } from '../../mount.js';
import { waitFor } from '../../queries.js';

/** The sandbox with GoHighLevel in this state. */
export const inState = (ghl: IntegrationStates['ghl']) => createSandbox().integrations(ghl ? { ghl } : {});

/** Mounts the pane; returns it with the steps of its users. */
export const mount = async (sandbox = createSandbox(), template = html`<agni-ghl></agni-ghl>`) => {
  const mounted = await mountPane<AgniGhl>(template, sandbox);
  const { pane, view } = mounted;
  const press = async (name: string | RegExp) => user.click(await waitFor(() => view.getByRole('button', { name })));
  const openTab = async (name: string) => user.click(await view.findByRole('tab', { name }));
  const dialog = (name: string) => waitFor(() => view.getByRole('dialog', { name }));
  /** Rows of a table as text, cell by cell. */
  const rows = (name: string) =>
    [...view.getByRole('table', { name }).querySelectorAll('tbody [part=row]')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
    );
  /** Opens the tab of a table, and waits until the table has this many rows. */
  const table = async (name: string, length: number) => {
    if (!view.queryByRole('tab', { name, selected: true })) await openTab(name);
    return waitFor(() => {
      const found = rows(name);
      if (found.length !== length) throw new Error(`${name} has ${found.length} rows`);
      return found;
    });
  };
  const status = () => pane.shadowRoot?.querySelector('.head .badge')?.textContent;
  return { ...mounted, press, openTab, dialog, rows, table, status };
};

/** A window as `window.open` returns it. */
export interface FakeWindow {
  closed: boolean;
  opener: unknown;
  readonly went: string[];
}

/**
 * Replaces the browser's windows during a test by fake ones, listed in `opened`. test/demo opens real windows.
 */
export async function withWindows(
  test: (opened: FakeWindow[]) => Promise<void>,
  { isBlocked = false } = {},
): Promise<void> {
  const { open } = window;
  const opened: FakeWindow[] = [];
  window.open = () => {
    if (isBlocked) return null;
    const fake: FakeWindow & { close(): void; location: { replace(url: string): void } } = {
      closed: false,
      opener: window,
      went: [],
      close() {
        fake.closed = true;
      },
      location: { replace: (url) => void fake.went.push(url) },
    };
    opened.push(fake);
    return fake as unknown as Window;
  };
  try {
    await test(opened);
  } finally {
    window.open = open;
  }
}
