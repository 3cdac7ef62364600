import { html, nothing } from 'lit';
import { pager } from '../../ui/pager.js';
import { textArea } from '../../ui/text-area.js';
import type { BulkInvitation } from './bulk-invitation.lazy.js';
import { isBusy, openRows } from './bulk-machine.js';
import { bulkTable } from './bulk-table.js';

/** A bulk invitation: the list as a text, or as a table with its actions. */
export function bulkView(bulk: BulkInvitation) {
  const isEditing = bulk.state.status === 'editing';
  return html`<div class="stack bulk">
    ${isEditing ? textForm(bulk) : nothing}
    <div class="row" ?hidden=${isEditing}>
      <div class="summary">
        <p role="status">${isEditing ? nothing : summary(bulk)}</p>
        ${isEditing ? nothing : domainsHelp(bulk)}
      </div>
      ${bulk.state.status === 'previewing' ? editButton(bulk) : nothing}
    </div>
    ${isEditing ? nothing : list(bulk)}
  </div>`;
}

function textForm({ context, state, words: { t }, dispatch, preview }: BulkInvitation) {
  if (state.status !== 'editing') return nothing;
  const type = (event: Event) => dispatch({ type: 'typed', text: (event.target as HTMLTextAreaElement).value });
  const { error } = state;
  return html`<form class="card" novalidate @input=${type} @submit=${preview}>
    <div class="stack">
      <p class="muted">${context.locale().t('note')}</p>
      ${textArea({
        name: 'users',
        label: t('users'),
        value: state.text,
        help: t('usersHelp'),
        fieldError: error && (error === 'failed' ? context.shared().t('failed') : t('noUsers')),
      })}
    </div>
    <div class="foot"><button class="primary" part="button button-primary">${t('preview')}</button></div>
  </form>`;
}

/** The allowed domains. They are shown once if an email is at another domain. */
function domainsHelp({ context, errors }: BulkInvitation) {
  const isOutside = [...errors.values()].some((fieldErrors) => fieldErrors.get('email')?.reason === 'outside');
  return isOutside ? html`<p class="help">${context.domainsHelp()}</p>` : nothing;
}

function editButton({ words: { t }, edit }: BulkInvitation) {
  return html`<button class="secondary" part="button" type="button" @click=${edit}>${t('edit')}</button>`;
}

/** The progress of sending, or how many rows have each status. */
function summary({ state, words: { t }, errors, sendable }: BulkInvitation): string {
  if (state.status === 'checking') return t('checking');
  if (state.status === 'sending') {
    if (state.isStopping) return t('stopping');
    return t('progress', { done: state.total - state.queue.length, total: state.total });
  }
  const failed = sendable.filter(({ failure }) => failure).length;
  const counts = {
    sentCount: state.rows.length - openRows(state).length,
    ready: sendable.length - failed,
    attention: errors.size,
    retry: failed,
  };
  const keys = Object.keys(counts) as (keyof typeof counts)[];
  return keys
    .map((key) => (counts[key] ? t(key, { count: counts[key] }) : ''))
    .join(' ')
    .trim();
}

/** The table is outside of a form, so that Enter in one of its fields sends nothing. */
function list(bulk: BulkInvitation) {
  const { context, state, dispatch } = bulk;
  if (state.status === 'editing') return nothing;
  const turn = (page: number) => dispatch({ type: 'turned', page });
  return html`<div>${bulkTable(bulk, state.page)} ${pager(context.shared(), state.page, state.rows.length, turn)}</div>
    <div class="save-bar open">
      ${stopReason(bulk)} ${seatsWarning(bulk)} ${isBusy(state) ? stopButton(bulk) : sendButtons(bulk)}
    </div>`;
}

function stopButton(bulk: BulkInvitation) {
  const { state, words, dispatch } = bulk;
  const { total, queue } = state.status === 'sending' ? state : { total: 1, queue: [0] };
  const stop = () => dispatch({ type: 'stopped' });
  return html`
    <button class="secondary" part="button" type="button" @click=${stop}>${words.t('stop')}</button>
    <progress aria-label=${summary(bulk)} max=${total} value=${total - queue.length}></progress>
  `;
}

function sendButtons({
  context,
  state,
  words: { t },
  sendable,
  seatsLeft,
  secondsToWait,
  send,
  discard,
}: BulkInvitation) {
  if (state.status === 'sent') {
    return html`<button class="primary" part="button button-primary" type="button" @click=${discard}>${t('more')}</button>`;
  }
  const count = sendable.length;
  const isFull = seatsLeft === 0;
  return html`
    <button
      class="primary"
      part="button button-primary"
      type="button"
      aria-disabled=${isFull || !count || secondsToWait > 0}
      aria-describedby=${isFull ? 'seats' : nothing}
      @click=${send}
    >
      ${t('sendSeveral', { count: count || openRows(state).length })}
    </button>
    <button class="quiet" part="button" type="button" @click=${discard}>${context.shared().t('discard')}</button>
  `;
}

/** Why sending ended early, and how to continue. */
function stopReason({ state, words: { t, fill }, invitationForm, secondsToWait: count }: BulkInvitation) {
  const reason = state.status === 'previewing' && state.stopReason;
  if (!reason) return nothing;
  if (reason === 'stopped') return html`<p role="alert">${t('stopped')}</p>`;
  const isLimited = reason.code === 'RATE_LIMITED';
  return html`
    <p class="error" role="alert">
      ${fill('stoppedBy', { reason: invitationForm.errorMessage(reason) })} ${isLimited && !count ? t('continue') : nothing}
    </p>
    ${isLimited && count ? html`<p class="help">${t('continueIn', { count })}</p>` : nothing}
  `;
}

function seatsWarning({ context, state, words: { t }, invitationForm, seatsLeft, sendable }: BulkInvitation) {
  const isShort = seatsLeft !== undefined && invitationForm.addresses.seats && seatsLeft < Math.max(1, sendable.length);
  if (!isShort || state.status !== 'previewing') return nothing;
  return html`<p id="seats" class="warn">
    ${seatsLeft ? t('tooMany', { count: seatsLeft }) : context.locale().t('full', { count: invitationForm.addresses.seats.count })}
  </p>`;
}
