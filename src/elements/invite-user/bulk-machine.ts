import { AgniError } from '../../client/error.js';
import type { Failure } from '../../context/approval.js';
import type { Invitee } from './address-list.js';

/** A user of the list. A changed row is a new object. */
export interface Row extends Invitee {
  readonly id: number;
  /** Why the last attempt failed, until the row changes. */
  readonly failure?: Failure;
  readonly isSent?: true;
}

/** The editable fields of a row. */
export type RowField = keyof Invitee;

interface Listed {
  readonly rows: readonly Row[];
  /** The page of the table, counted from 0. */
  readonly page: number;
}

/** The state of a bulk invitation. Sent rows stay in the list, so that the user can read the result. */
export type BulkState =
  /** The list as text. `rows`: the rows of the last preview. A line that is not edited keeps its row. */
  | {
      readonly status: 'editing';
      readonly text: string;
      readonly rows: readonly Row[];
      readonly error?: 'empty' | 'failed';
    }
  /** The list as a table. `stopReason`: why the last sending ended before its last row. */
  | ({ readonly status: 'previewing'; readonly stopReason?: AgniError | 'stopped' } & Listed)
  /** Refetches the data that rows are compared with, before any row is sent. */
  | ({ readonly status: 'checking' } & Listed)
  /** `queue`: ids of the rows to send. The first one is being sent. */
  | ({
      readonly status: 'sending';
      readonly queue: readonly number[];
      readonly total: number;
      readonly isStopping: boolean;
    } & Listed)
  | ({ readonly status: 'sent' } & Listed);

export type BulkEvent =
  | { readonly type: 'typed'; readonly text: string }
  /** The invitees in the lines of {@link unreadText}; `undefined` if the parser could not be loaded. */
  | { readonly type: 'read'; readonly invitees: readonly Invitee[] | undefined }
  /** `first`: ids of the rows that need attention. */
  | { readonly type: 'arranged'; readonly first: ReadonlySet<number> }
  /** The user goes back to the text. */
  | { readonly type: 'reopened' }
  | { readonly type: 'changed'; readonly id: number; readonly field: RowField; readonly text: string }
  | { readonly type: 'removed'; readonly id: number }
  | { readonly type: 'turned'; readonly page: number }
  | { readonly type: 'submitted' }
  | { readonly type: 'queued'; readonly ids: readonly number[] }
  /** The first row of the queue was sent or failed. `isFinal`: the next row would fail with the same error. */
  | { readonly type: 'answered'; readonly outcome: 'sent' | Failure; readonly isFinal?: boolean }
  /** The user presses Stop. */
  | { readonly type: 'stopped' }
  /** The element left the page while a row was being sent. */
  | { readonly type: 'interrupted' }
  | { readonly type: 'discarded' };

/** The initial state: no text. */
export const empty: BulkState = { status: 'editing', text: '', rows: [] };

/** The rows that are not sent yet. */
export function openRows({ rows }: BulkState): readonly Row[] {
  return rows.filter(({ isSent }) => !isSent);
}

/** The row that is being sent. */
export function sendingRow(state: BulkState): Row | undefined {
  return state.status === 'sending' ? state.rows.find(({ id }) => id === state.queue[0]) : undefined;
}

/** Whether there is a text or a row that is not sent. */
export function isDirty(state: BulkState): boolean {
  return state.status === 'editing' ? !!state.text.trim() : openRows(state).length > 0;
}

/** Whether the list is being sent, so that nothing in it can be changed. */
export function isBusy({ status }: BulkState): boolean {
  return status === 'checking' || status === 'sending';
}

/** The lines of the text that have no row yet. */
export function unreadText(state: BulkState): string {
  return matchLines(state).rest.join('\n');
}

/** The state after an event. An event that does not apply to the state changes nothing. */
export function reduce(state: BulkState, event: BulkEvent): BulkState {
  if (event.type === 'discarded') return empty;
  switch (state.status) {
    case 'editing':
      if (event.type === 'typed') return { status: 'editing', text: event.text, rows: state.rows };
      return event.type === 'read' ? afterReading(state, event.invitees) : state;
    case 'previewing':
      return inPreview(state, event);
    case 'checking':
      if (event.type === 'stopped') return settled(state.rows, 'stopped');
      if (event.type !== 'queued') return state;
      if (!event.ids.length) return settled(state.rows);
      return { ...state, status: 'sending', queue: event.ids, total: event.ids.length, isStopping: false };
    case 'sending':
      if (event.type === 'stopped') return { ...state, isStopping: true };
      if (event.type === 'interrupted') return settled(state.rows, 'stopped');
      return event.type === 'answered' ? afterAnswer(state, event.outcome, !!event.isFinal) : state;
    case 'sent':
      return event.type === 'turned' ? { ...state, page: event.page } : state;
  }
}

function inPreview(state: BulkState & { status: 'previewing' }, event: BulkEvent): BulkState {
  const { rows } = state;
  switch (event.type) {
    case 'changed':
      return { ...state, rows: rows.map((row) => (row.id === event.id ? edit(row, event.field, event.text) : row)) };
    case 'removed': {
      const left = rows.filter(({ id }) => id !== event.id);
      return left.some(({ isSent }) => !isSent) ? { ...state, rows: left } : settled(left);
    }
    case 'arranged': {
      const rank = ({ id, isSent }: Row) => (isSent ? 2 : event.first.has(id) ? 0 : 1);
      return { ...state, rows: rows.toSorted((a, b) => rank(a) - rank(b)), page: 0 };
    }
    case 'turned':
      return { ...state, page: event.page };
    case 'reopened':
      return { status: 'editing', text: openRows(state).map(lineOf).join('\n'), rows };
    case 'submitted':
      return { status: 'checking', rows, page: state.page };
    default:
      return state;
  }
}

/** Changes a field of a row, and removes the failure of the last attempt. */
function edit({ failure: _, ...row }: Row, field: RowField, text: string): Row {
  return { ...row, [field]: text };
}

function afterReading(state: BulkState & { status: 'editing' }, invitees: readonly Invitee[] | undefined): BulkState {
  if (!invitees) return { ...state, error: 'failed' };
  const { kept } = matchLines(state);
  if (!kept.length && !invitees.length) return { ...state, error: 'empty' };
  const lastId = state.rows.reduce((last, { id }) => Math.max(last, id), 0);
  const added = invitees.map((invitee, index): Row => ({ ...invitee, id: lastId + index + 1 }));
  return { status: 'previewing', rows: [...kept, ...added, ...state.rows.filter(({ isSent }) => isSent)], page: 0 };
}

/** Separates the lines of the text: `kept` are the rows whose line is not edited, `rest` are the lines to read. */
function matchLines(state: BulkState): { kept: Row[]; rest: string[] } {
  if (state.status !== 'editing') return { kept: [], rest: [] };
  const byLine = Map.groupBy(openRows(state), lineOf);
  const kept: Row[] = [];
  const rest: string[] = [];
  for (const line of state.text.split('\n')) {
    const row = byLine.get(line.trim())?.shift();
    if (row) kept.push(row);
    else rest.push(line);
  }
  return { kept, rest };
}

function lineOf({ email, first_name, last_name }: Invitee): string {
  const name = `${first_name} ${last_name}`.trim();
  return (name && email ? `${name} <${email}>` : name || email).trim();
}

function afterAnswer(state: BulkState & { status: 'sending' }, outcome: 'sent' | Failure, isFinal: boolean): BulkState {
  const [id, ...queue] = state.queue;
  const answered = ({ failure: _, ...row }: Row): Row =>
    outcome === 'sent' ? { ...row, isSent: true } : { ...row, failure: outcome };
  const rows = state.rows.map((row) => (row.id === id ? answered(row) : row));
  if (isFinal && outcome instanceof AgniError) return settled(rows, outcome);
  if (!queue.length) return settled(rows);
  return state.isStopping ? settled(rows, 'stopped') : { ...state, rows, queue };
}

/** The state once no request is pending. */
function settled(rows: readonly Row[], stopReason?: AgniError | 'stopped'): BulkState {
  if (!rows.length) return empty;
  if (rows.every(({ isSent }) => isSent)) return { status: 'sent', rows, page: 0 };
  return { status: 'previewing', rows, page: 0, ...(stopReason && { stopReason }) };
}
