import { html, nothing } from 'lit';
import type { AgniError } from '../../client/error.js';
import { ResourceController, type SessionHost } from '../../context/resource-controller.js';
import type { Locale } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type Booking, maxBookings } from '../../resources/bookings.js';
import { calcomConnectionOf, calcomResource } from '../../resources/calcom.js';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { ghlConnectionOf, ghlResource, isGhlLive } from '../../resources/ghl.js';
import { ghlBookingsResource } from '../../resources/ghl-bookings.js';
import type { Resource } from '../../resources/resource.js';
import { listText } from '../../ui/list-text.js';
import { serviceMark } from '../../ui/service-mark.js';
import type { connectionEn } from '../base/connection.en.js';
import { connectionBadge } from '../base/connection.js';
import type { en } from './en.js';

/** Ids of the services. They are also the names of the views in the address. */
export type ServiceId = 'ghl' | 'calcom';

/** The data of a service that its card shows. */
interface Service<Status> {
  status(session: ApiSession): Resource<Status>;
  connectionOf(status: Status): keyof typeof connectionEn;
  /** The lists that the card counts; `undefined` while nothing is connected. */
  lists(session: ApiSession, status: Status): readonly [Resource<readonly unknown[]>, Resource<Booking[]>] | undefined;
  /** Key of the word for the first list. */
  readonly counted: 'calendars' | 'eventTypes';
}

/** What the pane passes to a card for rendering. */
interface CardView {
  /** Level of the card's heading. */
  readonly level: number;
  readonly locale: Locale<typeof en>;
  readonly errorMessage: (error: AgniError) => string;
  /** A button that reads the card's data again. */
  readonly tryAgain: (load: () => unknown) => unknown;
  readonly manage: () => void;
}

/** The card of a service: its mark, its state, its purpose, and how many items and appointments there are. */
class ServiceCard<Status> {
  readonly id: ServiceId;
  readonly #service: Service<Status>;
  readonly #status: ResourceController<Status>;
  readonly #counted: ResourceController<readonly unknown[]>;
  readonly #appointments: ResourceController<Booking[]>;

  constructor(host: SessionHost, id: ServiceId, service: Service<Status>) {
    this.id = id;
    this.#service = service;
    this.#status = new ResourceController(host, (session) => service.status(session));
    const lists = (session: ApiSession) => {
      const { value } = this.#status;
      return value && service.lists(session, value);
    };
    this.#counted = new ResourceController(host, (session) => lists(session)?.[0]);
    this.#appointments = new ResourceController(host, (session) => lists(session)?.[1]);
  }

  /** Selects the lists that the status allows. Called before each render. */
  update(): void {
    this.#counted.update();
    this.#appointments.update();
  }

  async refresh(): Promise<void> {
    await this.#status.refetch();
    this.update();
    await Promise.all([this.#counted.refetch(), this.#appointments.refetch()]);
  }

  /** Whether the status or a count could not be read, and a retry may help. */
  get #canTryAgain(): boolean {
    return [this.#status, this.#counted, this.#appointments].some(
      ({ state }) => state.status === 'failed' && !state.error.isForbidden && state.error.code !== 'UNAVAILABLE',
    );
  }

  render({ level, locale: { t, lang }, errorMessage, tryAgain, manage }: CardView) {
    const { id } = this;
    const { state } = this.#status;
    const name = t(id);
    return html`<section class="card" aria-labelledby="${id}-name" data-service=${id}>
      <div>
        <div class="service" role="status">
          ${serviceMark(id)}
          <p id="${id}-name" class="name" role="heading" aria-level=${level}>${name}</p>
          ${state.status === 'ready' ? connectionBadge(this.#service.connectionOf(state.value), { t }) : nothing}
        </div>
        <p class="muted">${t(`${id}Text`)}</p>
      </div>
      <div class="ending">
        <p class=${state.status === 'failed' ? 'bad' : ''}>
          ${state.status === 'failed' ? errorMessage(state.error) : this.#counts({ t, lang })}
        </p>
        ${this.#canTryAgain ? tryAgain(() => this.refresh()) : nothing}
        <button class="secondary" part="button" data-manage=${id} @click=${manage}>${t('manage', { name })}</button>
      </div>
    </section>`;
  }

  /** Shows no count before both are known: a count that arrives later would move the first one. */
  #counts({ t, lang }: Pick<Locale<typeof en>, 't' | 'lang'>) {
    if ([this.#counted, this.#appointments].some(({ state }) => state.status === 'loading')) return nothing;
    const counted = this.#counted.value?.length;
    const count = this.#appointments.value?.length;
    const counts = [
      ...(counted === undefined ? [] : [t(this.#service.counted, { count: counted })]),
      ...(count === undefined ? [] : [t(count === maxBookings ? 'manyAppointments' : 'appointments', { count })]),
    ];
    return listText(
      counts.map((text) => html`<span>${text}</span>`),
      lang,
    );
  }
}

/** The card of GoHighLevel. */
export function ghlCard(host: SessionHost) {
  return new ServiceCard(host, 'ghl', {
    status: (session) => session.use(ghlResource).status,
    connectionOf: ghlConnectionOf,
    lists: (session, status) => {
      const { calendars, appointments } = session.use(ghlBookingsResource);
      return isGhlLive(status) ? [calendars, appointments.of()] : undefined;
    },
    counted: 'calendars',
  });
}

/** The card of Cal.com. */
export function calcomCard(host: SessionHost) {
  return new ServiceCard(host, 'calcom', {
    status: (session) => session.use(calcomResource).status,
    connectionOf: calcomConnectionOf,
    lists: (session, status) => {
      const { eventTypes, appointments } = session.use(calcomBookingsResource);
      return calcomConnectionOf(status) === 'none' ? undefined : [eventTypes, appointments.of()];
    },
    counted: 'eventTypes',
  });
}
