import { html, nothing } from 'lit';
import { failureMessage } from '../../context/approval.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { close, icon } from '../../ui/icon.js';
import { pageOf } from '../../ui/pager.js';
import { type Column, table } from '../../ui/table.js';
import type { BulkInvitation } from './bulk-invitation.lazy.js';
import { isBusy, type Row, type RowField, sendingRow } from './bulk-machine.js';
import { failureOf } from './row-errors.js';

/** A row, and its position in the list, counted from 1. */
interface Item {
  readonly row: Row;
  readonly place: number;
}

/** Class and parts of the badge for each status of a row. */
const statuses = {
  ready: ['', 'badge'],
  fix: ['bad', 'badge badge-danger'],
  retry: ['warn', 'badge badge-warning'],
  sending: ['', 'badge'],
  sent: ['good', 'badge badge-success'],
} as const;

/** One page of the list: the status of each row first, then its editable fields. */
export function bulkTable(bulk: BulkInvitation, page: number) {
  const {
    state,
    words: { t },
    context,
  } = bulk;
  const { start, end } = pageOf(page, state.rows.length);
  const text = (id: RowField, label: string, labelOf: 'emailOf' | 'firstNameOf' | 'lastNameOf'): Column<Item> => ({
    id,
    label,
    isRowHeader: id === 'email',
    cell: ({ row, place }) => textCell(bulk, row, id, label, t(labelOf, { row: place })),
  });
  const role: Column<Item> = {
    id: 'role',
    label: t('role'),
    cell: ({ row, place }) => roleCell(bulk, row, t('roleOf', { row: place })),
  };
  return table<Item>({
    label: t('table'),
    columns: [
      { id: 'status', label: t('status'), cell: ({ row }) => statusCell(bulk, row) },
      text('email', t('email'), 'emailOf'),
      text('first_name', t('firstName'), 'firstNameOf'),
      text('last_name', t('lastName'), 'lastNameOf'),
      ...(context.roles().length ? [role] : []),
      { id: 'actions', label: t('remove'), isLabelHidden: true, cell: ({ row }) => removeCell(bulk, row) },
    ],
    rows: state.rows.slice(start, end).map((row, index) => ({ row, place: start + index + 1 })),
    key: ({ row }) => row.id,
    isBusy: isBusy(state),
  });
}

function statusOf({ state, errors }: BulkInvitation, row: Row): keyof typeof statuses {
  if (row.isSent) return 'sent';
  if (row === sendingRow(state)) return 'sending';
  if (errors.has(row.id)) return 'fix';
  return row.failure ? 'retry' : 'ready';
}

function statusCell(bulk: BulkInvitation, row: Row) {
  const status = statusOf(bulk, row);
  const [className, part] = statuses[status];
  return html`<span class=${className} part=${part}>${bulk.words.t(`status.${status}`)}</span>`;
}

function textCell(bulk: BulkInvitation, row: Row, field: RowField, caption: string, label: string) {
  if (row.isSent) return html`<span class="clip" title=${row[field]}>${bidiIsolate(row[field])}</span>`;
  const error = errorOf(bulk, row, field);
  const errorId = `row-${row.id}-${field}-error`;
  const change = (event: Event) =>
    bulk.dispatch({ type: 'changed', id: row.id, field, text: (event.target as HTMLInputElement).value });
  return html`<span class="caption" aria-hidden="true">${caption}</span>
    <input
      part="input"
      aria-label=${label}
      dir="auto"
      autocomplete="off"
      spellcheck="false"
      inputmode=${field === 'email' ? 'email' : nothing}
      autocapitalize=${field === 'email' ? 'none' : nothing}
      ?readonly=${isBusy(bulk.state)}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? errorId : nothing}
      .value=${row[field]}
      @input=${change}
    />
    ${error ? html`<p id=${errorId} class="error">${error}</p>` : nothing}`;
}

/** The error message of a field. An error of the row as a whole is shown at the email field. */
function errorOf({ context, errors, invitationForm, words }: BulkInvitation, row: Row, field: RowField): unknown {
  const fieldError = errors.get(row.id)?.get(field) ?? failureOf(row, field);
  if (fieldError) return words.find(`invalid.${fieldError.reason}`) ?? invitationForm.fieldErrorMessage(fieldError);
  const { failure } = row;
  if (field !== 'email' || !failure || errors.has(row.id)) return undefined;
  if (failureOf(row, 'first_name') ?? failureOf(row, 'last_name')) return undefined; // shown there
  return failureMessage(failure, context.shared(), (error) =>
    invitationForm.isInDoubt(error)
      ? invitationForm.words.t('perhapsSent')
      : invitationForm.errorMessage(error, row.email),
  );
}

function roleCell({ state, context, dispatch }: BulkInvitation, row: Row, label: string) {
  if (row.isSent || isBusy(state)) return html`<span class="clip">${row.role}</span>`;
  const change = (event: Event) =>
    dispatch({ type: 'changed', id: row.id, field: 'role', text: (event.target as HTMLSelectElement).value });
  return html`<select part="input" aria-label=${label} @change=${change}>
    ${context.roles().map((role) => html`<option value=${role} .selected=${role === row.role}>${role}</option>`)}
  </select>`;
}

function removeCell({ state, words: { t }, remove }: BulkInvitation, row: Row) {
  if (row.isSent) return nothing;
  const name = [row.first_name, row.last_name].filter(Boolean).join(' ') || row.email;
  const isOff = isBusy(state);
  return html`<button
    class="icon-button"
    part="button"
    type="button"
    title=${t('remove')}
    aria-disabled=${isOff}
    @click=${() => isOff || remove(row)}
  >
    ${icon(close)}<span class="hidden">${t('remove')} ${bidiIsolate(name)}</span>
  </button>`;
}
