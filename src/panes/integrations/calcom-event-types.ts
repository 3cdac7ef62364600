import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActionController } from '../../context/action-controller.js';
import { FormController } from '../../context/form-controller.js';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import type { CalcomEventType } from '../../contract/calcom.js';
import { formatter } from '../../locales/formatter.js';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { textField } from '../../ui/field.js';
import { pageOf, pager } from '../../ui/pager.js';
import { clippedName, trueOrder } from '../../ui/true-order.js';
import type { CalcomDesk, TableWords } from './calcom-desk.js';
import { tablesEn } from './calcom-tables-en.js';
import { listing, subheading } from './listing.js';

/** What can be booked in the connected accounts: where there is something, the connection works. */
export class CalcomEventTypes implements Follower {
  readonly #desk: CalcomDesk;
  readonly #all: ResourceController<CalcomEventType[]>;
  readonly #lookup: ActionController<CalcomEventType>;
  readonly #form: FormController;
  #page = 0;

  constructor(desk: CalcomDesk) {
    this.#desk = desk;
    this.#all = new ResourceController(desk.pane, (workspace) =>
      desk.isConnected() ? workspace.use(calcomBookingsResource).eventTypes : undefined,
    );
    this.#lookup = new ActionController(desk.pane);
    this.#form = new FormController(desk.pane, () => ({ event_type: '' }));
    this.#all.attach(desk.workspace());
    desk.pane.follow(this);
  }

  get #words(): TableWords {
    return this.#desk.locale().sibling(tablesEn);
  }

  /** Looks again at whether there is anything to ask for. */
  update(): void {
    this.#all.update();
  }

  render(level: number) {
    return html`<section class="part">
      ${subheading(level, this.#words.t('eventTypes'))} ${this.#renderLookup()}
      ${listing(this.#all, this.#desk, (all) => this.#renderTable(all))}
    </section>`;
  }

  #renderLookup() {
    const { t, fill } = this.#words;
    const { state, error, isPending } = this.#lookup;
    const objection = this.#form.objection('event_type');
    const word = `invalid.${objection?.reason}`;
    return html`<form class="lookup" novalidate @input=${this.#form.take} @submit=${this.#find}>
      ${textField({
        name: 'event_type',
        label: t('findEventType'),
        value: this.#form.text('event_type'),
        help: t('findHelp'),
        keys: 'text',
        objection: this.#words.has(word) ? this.#words.t(word) : this.#desk.sayObjection(objection),
        button: html`<button class="secondary" part="button" aria-disabled=${isPending}>
          ${t('find')}
        </button>`,
      })}
      <div class="found" role="status">${
        state.status === 'done'
          ? html`<p>${fill('foundOne', { title: trueOrder(titleOf(state.result)) })}</p>
              <p class="facts">${this.#facts(state.result).map((fact, index) => [index ? ' · ' : '', fact])}</p>`
          : nothing
      }</div>
      ${error && error.status !== 404 ? html`<p class="error" role="alert">${this.#desk.say(error)}</p>` : nothing}
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
    return html`<div class="table" part="table" role="group" aria-label=${t('eventTypes')} tabindex="0">
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
      ${pager(this.#desk.shared(), this.#page, all.length, this.#turn)}`;
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
    return html`${slug ? html`<code dir="ltr">${slug}</code> · ` : nothing}<code dir="ltr">${id}</code>`;
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
    const workspace = this.#desk.workspace();
    const wanted = this.#form.text('event_type').trim();
    if (!workspace || this.#lookup.isPending) return;
    this.#lookup.reset();
    if (!wanted) return this.#object('required');
    if (/^\.+$/.test(wanted)) return this.#object('notFound'); // no path can hold it
    await this.#lookup.run(undefined, () => workspace.use(calcomBookingsResource).find(wanted));
    if (this.#lookup.error?.status === 404) await this.#object('notFound');
  };

  async #object(reason: string): Promise<void> {
    this.#form.object(new Map([['event_type', { reason }]]));
    await this.#desk.focusFirstInvalid();
  }

  readonly #turn = (page: number): void => {
    this.#page = page;
    this.#desk.pane.requestUpdate();
  };

  async refresh(): Promise<void> {
    await this.#all.load();
  }

  attach(): void {
    this.#page = 0;
    this.update();
  }

  forget(): void {
    this.#form.reset();
    this.attach();
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
