import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../../locales/locale.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import type { FieldError } from '../base/form-controller.js';
import type { bulkInvitationEn } from './bulk-invitation.en.js';
import { type Row, type RowField, refusalOf } from './bulk-rows.js';

/** What the table stands on. */
export interface UsersTable {
  /** The rows of this page, each with its place in the whole list, counted from 1. */
  readonly rows: readonly { readonly row: Row; readonly place: number }[];
  readonly fieldErrors: ReadonlyMap<number, ReadonlyMap<string, FieldError>>;
  readonly roles: readonly string[];
  readonly sendingId: number | undefined;
  /** Nothing can be changed while it's being sent. */
  readonly isBusy: boolean;
  readonly fieldErrorMessage: (fieldError: FieldError | undefined) => unknown;
  readonly sayRefusal: (row: Row) => unknown;
  readonly change: (row: Row, field: RowField, text: string) => void;
  readonly remove: (row: Row) => void;
}

/**
 * The people that were understood, each with what can be corrected and what came of it. Each cell has its heading with
 * it, for where there is no room for columns.
 */
export function usersTable(table: UsersTable, { t }: Locale<typeof bulkInvitationEn>) {
  const head = [t('email'), t('firstName'), t('lastName'), ...(table.roles.length ? [t('role')] : []), t('result')];
  return html`<div class="table people">
    <table role="table" part="table" aria-label=${t('table')}>
      <thead role="rowgroup">
        <tr role="row">
          ${head.map((text) => html`<th scope="col" role="columnheader" part="cell">${text}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${repeat(
          table.rows,
          ({ row }) => row.id,
          ({ row, place }) => personRow(row, place, table, t),
        )}
      </tbody>
    </table>
  </div>`;
}

function personRow(row: Row, place: number, table: UsersTable, t: Locale<typeof bulkInvitationEn>['t']) {
  const isFixed = table.isBusy || !!row.isSent;
  const cell = (field: RowField, heading: string, content: unknown) =>
    html`<td role="cell" part="cell" data-key=${field} data-label=${heading}>${content}</td>`;
  const input = (field: RowField, label: string) => {
    const fieldError = table.fieldErrorMessage(table.fieldErrors.get(row.id)?.get(field) ?? refusalOf(row, field));
    const errorId = `row-${row.id}-${field}-error`;
    return html`<input
        part="input"
        aria-label=${label}
        dir="auto"
        autocomplete="off"
        spellcheck="false"
        data-field=${field}
        inputmode=${field === 'email' ? 'email' : nothing}
        autocapitalize=${field === 'email' ? 'none' : nothing}
        ?readonly=${isFixed}
        aria-invalid=${fieldError ? 'true' : nothing}
        aria-describedby=${fieldError ? errorId : nothing}
        .value=${row[field]}
        @input=${(event: Event) => table.change(row, field, (event.target as HTMLInputElement).value)}
      />
      ${fieldError ? html`<p id=${errorId} class="error">${fieldError}</p>` : nothing}`;
  };
  const role = () => roleSelect(row, isFixed, table, t('roleOf', { row: place }));
  return html`<tr role="row" part="row" data-id=${row.id}>
    ${cell('email', t('email'), input('email', t('emailOf', { row: place })))}
    ${cell('first_name', t('firstName'), input('first_name', t('firstNameOf', { row: place })))}
    ${cell('last_name', t('lastName'), input('last_name', t('lastNameOf', { row: place })))}
    ${table.roles.length ? cell('role', t('role'), role()) : nothing}
    <td role="cell" part="cell" class="result" data-label=${t('result')}>${resultOf(row, table, t)}</td>
  </tr>`;
}

function roleSelect(row: Row, isFixed: boolean, { roles, change }: UsersTable, label: string) {
  if (isFixed) return row.role;
  return html`<select
    part="input"
    aria-label=${label}
    @change=${(event: Event) => change(row, 'role', (event.target as HTMLSelectElement).value)}
  >
    ${roles.map((role) => html`<option value=${role} .selected=${role === row.role}>${role}</option>`)}
  </select>`;
}

function resultOf(row: Row, table: UsersTable, t: Locale<typeof bulkInvitationEn>['t']) {
  if (row.isSent) return html`<span class="good">${t('rowSent')}</span>`;
  if (row.id === table.sendingId) return t('rowSending');
  const name = [row.first_name, row.last_name].filter(Boolean).join(' ') || row.email;
  return html`
    ${row.refusal && !table.fieldErrors.has(row.id) ? html`<p class="error">${table.sayRefusal(row)}</p>` : nothing}
    <button
      class="quiet danger"
      part="button button-danger"
      type="button"
      aria-disabled=${table.isBusy}
      @click=${() => table.isBusy || table.remove(row)}
    >
      ${t('remove')}<span class="hidden"> ${bidiIsolate(name)}</span>
    </button>
  `;
}
