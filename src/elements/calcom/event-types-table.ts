import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActionController } from '../../context/action-controller.js';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { CalcomEventType } from '../../contract/calcom.js';
import { formatter } from '../../locales/formatter.js';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { textField } from '../../ui/field.js';
import { pageOf, pager } from '../../ui/pager.js';
import { FormController } from '../base/form-controller.js';
import { listing, subheading } from '../base/listing.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** What can be booked in the connected accounts: where there is something, the connection works. */
export class CalcomEventTypes implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #all: ResourceController<CalcomEventType[]>;
  readonly #lookup: ActionController<CalcomEventType>;
  readonly #form: FormController;
  #page = 0;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#all = new ResourceController(context.pane, (session) =>
      context.isConnected() ? session.use(calcomBookingsResource).eventTypes : undefined,
    );
    this.#lookup = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ event_type: '' }));
    this.#all.onSessionChange(context.session());
    context.pane.addSessionObserver(this);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
  }

  /** Looks again at whether there is anything to ask for. */
  update(): void {
    this.#all.update();
  }

  render(level: number) {
    return html`<section class="part">
      ${subheading(level, this.#words.t('eventTypes'))} ${this.#renderLookup()}
      ${listing(this.#all, this.#context, (all) => this.#renderTable(all))}
    </section>`;
  }

  #renderLookup() {
    const { t, fill } = this.#words;
    const { state, error, isPending } = this.#lookup;
    const fieldError = this.#form.fieldError('event_type');
    const word = `invalid.${fieldError?.reason}`;
    return html`<form class="lookup" novalidate @input=${this.#form.take} @submit=${this.#find}>
      ${textField({
        name: 'event_type',
        label: t('findEventType'),
        value: this.#form.text('event_type'),
        help: t('findHelp'),
        keys: 'text',
        fieldError: this.#words.has(word) ? this.#words.t(word) : this.#context.fieldErrorMessage(fieldError),
        button: html`<button class="secondary" part="button" aria-disabled=${isPending}>
          ${t('find')}
        </button>`,
      })}
      <div class="found" role="status">${
        state.status === 'done'
          ? html`<p>${fill('foundOne', { title: bidiIsolate(titleOf(state.result)) })}</p>
              <p class="facts">${this.#facts(state.result).map((fact, index) => [index ? ' · ' : '', fact])}</p>`
          : nothing
      }</div>
      ${error && error.status !== 404 ? html`<p class="error" role="alert">${this.#context.errorMessage(error)}</p>` : nothing}
    </form>`;
  }

  #facts(eventType: CalcomEventType): unknown[] {
    const facts = [this.#ids(eventType), this.#length(eventType), this.#price(eventType), this.#state(eventType)];
    return facts.filter(Boolean);
  }

  #renderTable(all: readonly CalcomEventType[]) {
    const { t } = this.#words;
    if (!all.length) return html`<p class="muted">${t('noEventTypes')}</p>`;
    const { start, end } = pageOf(this.#page, all.length);
    return html`<div class="table" part="table">
        <table aria-label=${t('eventTypes')}>
          <thead>
            <tr>
              <th scope="col">${t('title')}</th>
              <th scope="col">${t('length')}</th>
              <th scope="col">${t('price')}</th>
              <th scope="col">${t('status')}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(all.slice(start, end), ({ id }) => id, this.#renderRow)}
          </tbody>
        </table>
      </div>
      ${pager(this.#context.shared(), this.#page, all.length, this.#turn)}`;
  }

  readonly #renderRow = (eventType: CalcomEventType) => html`<tr part="row">
    <th scope="row" part="cell">
      ${clippedName(titleOf(eventType))}
      <p class="facts">${this.#ids(eventType)}</p>
      ${eventType.description ? html`<p class="facts">${clippedName(eventType.description)}</p>` : nothing}
    </th>
    <td part="cell">${this.#length(eventType) ?? '–'}</td>
    <td part="cell">${this.#price(eventType) ?? '–'}</td>
    <td part="cell">${this.#state(eventType) ?? '–'}</td>
  </tr>`;

  /** What it can be found by. */
  #ids({ slug, id }: CalcomEventType) {
    return html`${slug ? html`<code dir="ltr" translate="no">${slug}</code> · ` : nothing}<code dir="ltr" translate="no">${id}</code>`;
  }

  #length({ duration_minutes: count }: CalcomEventType) {
    return count === undefined ? undefined : this.#words.t('minutes', { count });
  }

  #price({ price, currency }: CalcomEventType) {
    if (price === undefined) return undefined;
    return price === 0 ? this.#words.t('free') : money(price, currency, this.#words.lang);
  }

  #state({ is_active }: CalcomEventType) {
    if (is_active === undefined) return undefined;
    const { t } = this.#words;
    return html`<span class="badge ${is_active ? 'good' : ''}" part="badge">${t(is_active ? 'bookable' : 'hidden')}</span>`;
  }

  readonly #find = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const wanted = this.#form.text('event_type').trim();
    if (!session || this.#lookup.isPending) return;
    this.#lookup.reset();
    if (!wanted) return this.#object('required');
    if (/^\.+$/.test(wanted)) return this.#object('notFound'); // no path can hold it
    await this.#lookup.run(undefined, () => session.use(calcomBookingsResource).find(wanted));
    if (this.#lookup.error?.status === 404) await this.#object('notFound');
  };

  async #object(reason: string): Promise<void> {
    this.#form.object(new Map([['event_type', { reason }]]));
    await this.#context.focusFirstInvalid();
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#all.refetch();
  }

  onSessionChange(): void {
    this.#page = 0;
    this.update();
  }

  onSignedOut(): void {
    this.#form.reset();
    this.onSessionChange();
  }
}

function titleOf({ title, slug, id }: CalcomEventType) {
  return title || slug || id;
}

/** An amount in its currency; as it came where nobody knows that one. */
function money(amount: number, currency: string | undefined, lang: string): string {
  try {
    return formatter(Intl.NumberFormat, lang, currency ? { style: 'currency', currency } : {}).format(amount);
  } catch {
    return `${amount.toLocaleString(lang)} ${currency}`;
  }
}
