import { css, html, nothing } from 'lit';
import type { ResourceController, SessionObserver } from '../../context/resource-controller.js';
import type { Locale } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { Booking } from '../../resources/bookings.js';
import type { Resource } from '../../resources/resource.js';
import { dialogs } from '../../theme/dialogs.js';
import { facts } from '../../theme/facts.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { factList } from '../../ui/facts.js';
import { dateTime } from '../../ui/time.js';
import type { appointmentsEn } from './appointments.en.js';
import { lateResource } from './late-resource.js';
import type { ElementContext } from './pane-context.js';

/** Styles of the dialog. */
export const appointmentDialogStyles = [
  dialogs,
  facts,
  css`
    dialog .error:empty {
      display: none;
    }
  `,
];

type AppointmentWords = Locale<typeof appointmentsEn>;

const tones: Readonly<Record<string, 'success' | 'warning'>> = {
  accepted: 'success',
  confirmed: 'success',
  pending: 'warning',
  rescheduled: 'warning',
};

/** A known status, in upper or lower case, in the user's language; any other status as the server sent it. */
export function statusText(status: string, words: AppointmentWords): string {
  return words.find(`status.${status.toLowerCase()}`) ?? status;
}

/** A badge with the status of an appointment. */
export function statusBadge(status: string, words: AppointmentWords) {
  const known = status.toLowerCase();
  return badge(statusText(status, words), Object.hasOwn(tones, known) ? tones[known] : '');
}

/** Shows all data of one appointment: immediately the data of the list, then that of a new read. */
export class AppointmentDialog implements SessionObserver {
  readonly #context: ElementContext;
  readonly #read: (session: ApiSession, id: string) => Resource<Booking>;
  readonly #words: () => AppointmentWords;
  readonly #fresh: ResourceController<Booking>;
  #shown: Booking | undefined;
  #resource: Resource<Booking> | undefined;

  constructor(
    context: ElementContext,
    read: (session: ApiSession, id: string) => Resource<Booking>,
    words: () => AppointmentWords,
  ) {
    this.#context = context;
    this.#read = read;
    this.#words = words;
    this.#fresh = lateResource(context, () => this.#resource);
    context.pane.addSessionObserver(this);
  }

  readonly open = (booking: Booking | undefined): void => {
    const session = this.#context.session();
    this.#shown = booking;
    this.#resource = booking && session && this.#read(session, booking.id);
    this.#context.pane.requestUpdate();
  };

  render() {
    if (!this.#shown) return nothing;
    const { state } = this.#fresh;
    const words = this.#words();
    const booking = state.status === 'ready' ? { ...this.#shown, ...known(state.value) } : this.#shown;
    return dialog({
      heading: booking.name ? bidiIsolate(booking.name) : words.t('appointment'),
      closed: () => this.open(undefined),
      content: html`
        ${factList(words.t('appointment'), factsOf(booking, words))}
        <p class="error" role="alert">${state.status === 'failed' ? this.#context.errorMessage(state.error) : nothing}</p>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>${words.t('close')}</button>
        </div>
      `,
    });
  }

  onSessionChange(): void {
    this.open(undefined);
  }

  onSignedOut(): void {
    this.open(undefined);
  }
}

function factsOf(booking: Booking, words: AppointmentWords) {
  const { t, lang } = words;
  const { start, end, minutes: count, status, timezone, email, phone, url, serviceId } = booking;
  const agent = booking.agentName ?? booking.agentId;
  const facts: readonly [keyof typeof appointmentsEn, unknown][] = [
    ['when', start && dateTime(start, lang)],
    ['end', end && dateTime(end, lang)],
    ['length', count !== undefined && t('minutes', { count })],
    ['status', status && statusBadge(status, words)],
    ['agent', agent && bidiIsolate(agent)],
    ['timezone', timezone && bidiIsolate(timezone)],
    ['email', email && bidiIsolate(email)],
    ['phone', phone && html`<bdi dir="ltr" translate="no">${phone}</bdi>`],
    ['meeting', url && meetingLink(url)],
    ['id', html`<code part="code" dir="ltr" translate="no">${booking.id}</code>`],
    ['serviceId', serviceId && html`<code part="code" dir="ltr" translate="no">${serviceId}</code>`],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label: t(label), value }] : []));
}

/** A link if the address starts with `http:` or `https:`, else text. */
function meetingLink(url: string) {
  if (!/^https?:\/\//i.test(url)) return bidiIsolate(url);
  return html`<a href=${url} target="_blank" rel="noopener noreferrer"><bdi dir="ltr" translate="no">${url}</bdi></a>`;
}

/** The fields of an answer that have a value, except `id`: the appointment keeps the id that it was requested by. */
function known({ id, ...facts }: Booking): Partial<Booking> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
