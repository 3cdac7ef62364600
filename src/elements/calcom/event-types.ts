import { html, nothing } from 'lit';
import { ActionController } from '../../context/action-controller.js';
import type { SessionObserver } from '../../context/resource-controller.js';
import type { CalcomEventType } from '../../contract/calcom.js';
import { asciiDigits } from '../../contract/visible-text.js';
import { formatter } from '../../locales/formatter.js';
import { calcomBookingsResource } from '../../resources/calcom-bookings.js';
import { badge } from '../../ui/badge.js';
import { bidiIsolate, clippedName } from '../../ui/bidi-isolate.js';
import { textField } from '../../ui/field.js';
import { focusFirstInvalid } from '../base/focus-first-invalid.js';
import { FormController } from '../base/form-controller.js';
import { ListTable } from '../base/listing.js';
import type { CalcomContext, TableWords } from './calcom-context.js';
import { tablesEn } from './tables.en.js';

/** The event types of the connected accounts, and a search for one by its id or slug. */
export class CalcomEventTypes implements SessionObserver {
  readonly #context: CalcomContext;
  readonly #list: ListTable<CalcomEventType>;
  readonly #lookup: ActionController<CalcomEventType>;
  readonly #form: FormController;

  constructor(context: CalcomContext) {
    this.#context = context;
    this.#list = new ListTable(context, (session) =>
      context.isConnected() ? session.use(calcomBookingsResource).eventTypes : undefined,
    );
    this.#lookup = new ActionController(context.pane);
    this.#form = new FormController(context.pane, () => ({ event_type: '' }));
    context.pane.addSessionObserver(this);
  }

  get #words(): TableWords {
    return this.#context.locale().sibling(tablesEn);
  }

  render() {
    const { t } = this.#words;
    return html`<div class="listing event-types">
      ${this.#renderLookup()}
      ${this.#list.render({
        label: this.#context.locale().t('eventTypes'),
        columns: [
          { id: 'title', label: t('title'), cell: titleCell },
          { id: 'slug', label: t('slug'), cell: idsOf },
          { id: 'length', label: t('length'), cell: (eventType) => this.#length(eventType) ?? '–' },
          { id: 'price', label: t('price'), cell: (eventType) => this.#price(eventType) ?? '–' },
          { id: 'status', label: t('status'), cell: (eventType) => this.#state(eventType) ?? '–' },
        ],
        empty: html`<p class="empty" part="empty">${t('noEventTypes')}</p>`,
      })}
    </div>`;
  }

  #renderLookup() {
    const { t } = this.#words;
    const { error, isPending } = this.#lookup;
    const fieldError = this.#form.fieldError('event_type');
    const word = `invalid.${fieldError?.reason}`;
    return html`<form class="stack" novalidate @input=${this.#form.take} @submit=${this.#find}>
      ${textField({
        name: 'event_type',
        label: t('findEventType'),
        value: this.#form.text('event_type'),
        help: t('findHelp'),
        keys: 'text',
        fieldError: this.#words.has(word) ? this.#words.t(word) : this.#context.fieldErrorMessage(fieldError),
        button: html`<button class="secondary" part="button" aria-disabled=${isPending}>${t('find')}</button>`,
        below: html`<div class="found" role="status">${this.#renderFound()}</div>`,
      })}
      ${error && error.status !== 404 ? html`<p class="error" role="alert">${this.#context.errorMessage(error)}</p>` : nothing}
    </form>`;
  }

  #renderFound() {
    const { state } = this.#lookup;
    if (state.status !== 'done') return nothing;
    const found = state.result;
    const facts = [idsOf(found), this.#length(found), this.#price(found), this.#state(found)].filter(Boolean);
    return html`<p>${this.#words.fill('foundOne', { title: bidiIsolate(titleOf(found)) })}</p>
      <p class="facts">${facts.map((fact, index) => [index ? ' · ' : '', fact])}</p>`;
  }

  #length({ duration_minutes: count }: CalcomEventType) {
    return count === undefined ? undefined : this.#words.t('minutes', { count });
  }

  #price({ price, currency }: CalcomEventType) {
    if (price === undefined) return undefined;
    return price === 0 ? this.#words.t('free') : money(price, currency, this.#words.lang);
  }

  #state({ is_active }: CalcomEventType) {
    const { t } = this.#words;
    return is_active === undefined ? undefined : is_active ? badge(t('bookable'), 'success') : badge(t('hidden'));
  }

  readonly #find = async (event: Event): Promise<void> => {
    event.preventDefault();
    const session = this.#context.session();
    const wanted = asciiDigits(this.#form.text('event_type')).trim();
    if (!session || this.#lookup.isPending) return;
    this.#lookup.reset();
    if (!wanted) return this.#refuse('required');
    if (/^\.+$/.test(wanted)) return this.#refuse('notFound'); // a path segment can't consist of dots alone
    await this.#lookup.run(undefined, () => session.use(calcomBookingsResource).find(wanted));
    if (this.#lookup.error?.status === 404) await this.#refuse('notFound');
  };

  async #refuse(reason: string): Promise<void> {
    this.#form.setErrors(new Map([['event_type', { reason }]]));
    await focusFirstInvalid(this.#context.pane);
  }

  async refresh(): Promise<void> {
    await this.#list.source.refetch();
  }

  onSessionChange(): void {
    this.#form.reset();
  }

  onSignedOut(): void {
    this.#form.reset();
  }
}

const titleOf = ({ title, slug, id }: CalcomEventType) => title || slug || id;

const titleCell = (eventType: CalcomEventType) => {
  const { description } = eventType;
  return html`${clippedName(titleOf(eventType))}
  ${description ? html`<p class="facts clip" title=${description}>${bidiIsolate(description)}</p>` : nothing}`;
};

/** The slug and the id of an event type, by which it can be found. */
const idsOf = ({ slug, id }: CalcomEventType) => html`<span class="facts"
  >${slug ? html`<code part="code" dir="ltr" translate="no">${slug}</code> · ` : nothing}<code part="code" dir="ltr" translate="no">${id}</code></span
>`;

/** An amount in its currency; the number followed by the currency's code if the browser does not accept that code. */
function money(amount: number, currency: string | undefined, lang: string): string {
  try {
    return formatter(Intl.NumberFormat, lang, currency ? { style: 'currency', currency } : {}).format(amount);
  } catch {
    return `${amount.toLocaleString(lang)} ${currency}`;
  }
}
