import type { LitElement } from 'lit';

const rowsOf = (pane: LitElement) => [...pane.renderRoot.querySelectorAll<HTMLElement>(':is(li,tr)[part=row]')];

/** Position of the row of a subject in its pane; -1 if there is none. */
export function rowOf(pane: LitElement, { id }: { readonly id: string }): number {
  return rowsOf(pane).findIndex(({ dataset }) => dataset.id === id);
}

/**
 * Focuses the first action of the row at a position, or of the last row. If there is none, focuses the button that adds
 * a first row (`data-first`), else the pane.
 */
export async function focusRow(pane: LitElement, index: number): Promise<void> {
  await pane.updateComplete;
  const rows = rowsOf(pane);
  const action = rows[Math.min(index, rows.length - 1)]?.querySelector<HTMLElement>('.actions button');
  (action ?? pane.renderRoot.querySelector<HTMLElement>('[data-first]') ?? pane).focus();
}
