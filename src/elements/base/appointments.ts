import { css, html, nothing } from 'lit';
import { serverNow } from '../../client/server-clock.js';
import type { ResourceController, SessionObserver } from '../../context/resource-controller.js';
import type { Agent } from '../../contract/agents.js';
import type { Locale, Words } from '../../locales/locale.js';
import { agentsResource } from '../../resources/agents.js';
import type { ApiSession } from '../../resources/api-session.js';
import { type Booking, type BookingFilter, byTime, maxBookings } from '../../resources/bookings.js';
import type { Resource } from '../../resources/resource.js';
import { controls } from '../../theme/controls.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { selectField } from '../../ui/field.js';
import type { Column } from '../../ui/table.js';
import { dateTime } from '../../ui/time.js';
import { dateTimeText } from '../../ui/time-text.js';
import { AppointmentDialog, appointmentDialogStyles, statusBadge, statusText } from './appointment-dialog.js';
import { appointmentsEn } from './appointments.en.js';
import { lateResource } from './late-resource.js';
import { ListTable, listingStyles } from './listing.js';
import type { ElementContext } from './pane-context.js';

/** Styles of the table, its filters and its dialog. */
export const appointmentStyles = [
  ...listingStyles,
  controls,
  ...appointmentDialogStyles,
  css`
    .appointments {
      --_columns: minmax(0, 3fr) auto minmax(0, 2fr) auto auto;
    }
    .appointments.without-agent {
      --_columns: minmax(0, 3fr) auto auto auto;
    }
    tbody .group {
      min-block-size: 2.2em;
      background: var(--_surface);
      color: var(--_muted);
      font-size: var(--_small);
    }
    .group th {
      grid-column: 1 / -1;
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    }
    .filters .field {
      flex: 1 1 9em;
      max-inline-size: 14em;
    }
    @container (width < 40rem) {
      .appointments tbody [data-key='name'] {
        flex-basis: 30%;
      }
      .appointments [data-key='status'] {
        order: 1;
      }
    }
  `,
];

/** Access to the appointments of a service. */
export interface AppointmentSource {
  /** The list for a filter; `undefined` while there is nothing to read. */
  list(session: ApiSession, filter: BookingFilter): Resource<Booking[]> | undefined;
  /** One appointment; each call reads it again. */
  one(session: ApiSession, id: string): Resource<Booking>;
  /** Statuses that the service uses, in the service's spelling. */
  readonly statuses: readonly string[];
  /** Whether appointments name their agents, and can be filtered by agent. */
  readonly hasAgents: boolean;
}

/** The appointments of a service: filters, one table of upcoming and past appointments, and a dialog for each. */
export class Appointments implements SessionObserver {
  readonly #context: ElementContext;
  readonly #words: () => Locale<typeof appointmentsEn>;
  readonly #service: AppointmentSource;
  readonly #list: ListTable<Booking>;
  readonly #agents: ResourceController<Agent[]>;
  readonly #dialog: AppointmentDialog;
  #filter: BookingFilter = {};
  #past: ReadonlySet<Booking> = new Set();
  /** Options of the filters: all statuses and agents that were seen so far, in the server's spelling. */
  #statuses = new Map<string, string>();
  #names = new Map<string, string>();

  constructor(context: ElementContext & { locale(): Pick<Locale<Words>, 'sibling'> }, service: AppointmentSource) {
    this.#context = context;
    this.#words = () => context.locale().sibling(appointmentsEn, 'appointments');
    this.#service = service;
    this.#list = new ListTable(context, (session) => service.list(session, this.#filter), this.#arrange);
    this.#agents = lateResource(context, (session) =>
      service.hasAgents && service.list(session, {}) ? session.use(agentsResource).list : undefined,
    );
    this.#dialog = new AppointmentDialog(context, service.one, this.#words);
    context.pane.addSessionObserver(this);
  }

  readonly #arrange = (all: readonly Booking[]): readonly Booking[] => {
    const { upcoming, past } = byTime(all, serverNow());
    this.#past = new Set(past);
    return [...upcoming, ...past];
  };

  render() {
    const { t } = this.#words();
    const { hasAgents } = this.#service;
    this.#learn();
    // An answer with more appointments comes from a server without this limit, and is complete.
    const isFull = this.#list.source.value?.length === maxBookings;
    return html`<div class="listing appointments ${hasAgents ? '' : 'without-agent'}">
      ${this.#renderFilters()}
      ${this.#list.render({
        label: t('appointments'),
        columns: this.#columns,
        empty: this.#renderEmpty(),
        group: (booking) => t(this.#past.has(booking) ? 'past' : 'upcoming'),
      })}
      ${isFull ? html`<p class="muted">${t('latest', { count: maxBookings })}</p>` : nothing} ${this.#dialog.render()}
    </div>`;
  }

  #learn(): void {
    for (const status of this.#service.statuses) if (!this.#statuses.has(status)) this.#statuses.set(status, status);
    for (const { id, agent_name } of this.#agents.value ?? []) this.#names.set(id, agent_name ?? id);
    for (const { status, agentId, agentName } of this.#list.source.value ?? []) {
      if (status) this.#statuses.set(status.toLowerCase(), status);
      if (agentId && !this.#names.has(agentId)) this.#names.set(agentId, agentName ?? agentId);
    }
  }

  #renderFilters() {
    const words = this.#words();
    const { t } = words;
    const any = { value: '', text: t('any') };
    const statuses = [...this.#statuses.values()].map((value) => ({ value, text: statusText(value, words) }));
    const agents = [...this.#names].map(([value, text]) => ({ value, text }));
    const { status = '', agent_id = '' } = this.#filter;
    return html`<div class="filters" @change=${this.#choose}>
      ${selectField({ name: 'status', label: t('status'), value: status, options: [any, ...statuses] })}
      ${
        this.#service.hasAgents
          ? selectField({ name: 'agent_id', label: t('agent'), value: agent_id, options: [any, ...agents] })
          : nothing
      }
    </div>`;
  }

  readonly #choose = (event: Event): void => {
    const { name, value } = event.target as HTMLSelectElement;
    this.#setFilter({ ...this.#filter, [name]: value || undefined });
  };

  #setFilter(filter: BookingFilter): void {
    this.#filter = filter;
    this.#list.goTo(0);
  }

  #renderEmpty() {
    const { t } = this.#words();
    if (!this.#filter.status && !this.#filter.agent_id)
      return html`<p class="empty" part="empty">${t('noAppointments')}</p>`;
    return html`<div class="empty" part="empty">
      <p>${t('noneMatch')}</p>
      <button class="secondary" part="button" @click=${this.#clear}>${t('clearFilters')}</button>
    </div>`;
  }

  /** The button is removed when the filters are cleared, so focus moves to the first filter before. */
  readonly #clear = (): void => {
    this.#context.pane.renderRoot.querySelector<HTMLElement>('.filters select')?.focus();
    this.#setFilter({});
  };

  get #columns(): readonly Column<Booking>[] {
    const { t } = this.#words();
    const agent: Column<Booking> = { id: 'agent', label: t('agent'), cell: this.#agentCell };
    return [
      { id: 'name', label: t('name'), cell: ({ name, email }) => clippedOr(name || email, t('noName')) },
      { id: 'when', label: t('when'), cell: this.#timeCell },
      ...(this.#service.hasAgents ? [agent] : []),
      { id: 'status', label: t('status'), cell: ({ status }) => (status ? statusBadge(status, this.#words()) : '–') },
      { id: 'actions', label: t('details'), isLabelHidden: true, cell: this.#detailsButton },
    ];
  }

  readonly #agentCell = ({ agentName, agentId }: Booking) =>
    clippedOr(agentName ?? this.#names.get(agentId ?? '') ?? agentId, '–');

  readonly #timeCell = ({ start, minutes: count }: Booking) => {
    const { t, lang } = this.#words();
    const length = count === undefined ? nothing : html`<p class="facts">${t('minutes', { count })}</p>`;
    return [start ? dateTime(start, lang) : '–', length];
  };

  readonly #detailsButton = (booking: Booking) => {
    const { t, lang } = this.#words();
    const { name, email, start } = booking;
    const whose = name || email;
    return html`<button class="quiet" part="button" @click=${() => this.#dialog.open(booking)}>
      ${t('details')}<span class="hidden"> ${whose ? bidiIsolate(whose) : t('noName')} ${start && dateTimeText(start, lang)}</span>
    </button>`;
  };

  async refresh(): Promise<void> {
    await Promise.all([this.#list.source.refetch(), this.#agents.refetch()]);
  }

  onSessionChange(): void {
    this.#filter = {};
    this.#statuses = new Map();
    this.#names = new Map();
  }

  onSignedOut(): void {
    this.onSessionChange();
  }
}

function clippedOr(text: string | undefined, otherwise: string) {
  return text ? clippedName(text) : otherwise;
}
