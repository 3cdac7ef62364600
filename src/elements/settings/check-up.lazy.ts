import { html, nothing, type ReactiveController } from 'lit';
import { checkUpResource, type Finding, reviews } from '../../resources/check-up.js';
import { icon, type Outline, warning } from '../../ui/icon.js';
import { checkUpEn } from './check-up.en.js';
import { Checks, findingsOf, type PlacedFinding, type Subject } from './checks.js';
import type { HubContext } from './hub-context.js';

export { checkUpStyles } from './check-up.styles.js';

const check: Outline = 'm3 8.5 3 3 7-7';

/** The place in the finding's pane that shows the affected items, by kind. */
const placesOf: { readonly [Kind in Finding['kind']]?: string } = {
  noTwoFactor: 'two-factor',
  staleSessions: 'sessions',
  ...reviews,
  usersWithoutTwoFactor: 'two-factor-off',
  singleOwner: 'owners',
  ghlReconnect: 'ghl',
  calcomBroken: 'calcom',
};

/** Findings that need an action soon; all others are warnings. */
const critical = new Set<Finding['kind']>(['noTwoFactor', 'usersWithoutTwoFactor', 'ghlReconnect', 'calcomBroken']);

/** The findings that the user should review in all settings, see {@link Checks}. */
export class CheckUp implements ReactiveController {
  readonly #context: HubContext;
  readonly #isOpen: () => boolean;
  readonly #checks: Checks;
  #wasOpen = false;

  constructor(context: HubContext, isOpen: () => boolean) {
    this.#context = context;
    this.#isOpen = isOpen;
    this.#checks = new Checks(context, isOpen);
    context.pane.addController(this);
  }

  /** The number of findings so far, in the color of the most severe one, and a sentence that describes the button. */
  renderCount() {
    const findings = findingsOf(this.#checks.results());
    const { length: count } = findings;
    const tone = findings.some(({ kind }) => critical.has(kind)) ? 'bad' : 'warn';
    return html`${count ? html`<b class=${tone} aria-hidden="true">${count}</b>` : nothing}
      <span id="to-review" hidden>${this.#count(count)}</span>`;
  }

  /** Scrolls to findings that were just opened and are out of view. */
  hostUpdated(): void {
    const isOpen = this.#isOpen();
    if (isOpen && !this.#wasOpen) {
      this.#context.pane.renderRoot.querySelector('.findings')?.scrollIntoView({ block: 'nearest' });
    }
    this.#wasOpen = isOpen;
  }

  #count(count: number): string {
    return count ? this.#words.t('result', { count }) : '';
  }

  render() {
    const { t, lang } = this.#words;
    const results = this.#checks.results();
    const findings = findingsOf(results);
    const bySeverity = Map.groupBy(findings, ({ kind }) => (critical.has(kind) ? 'critical' : 'warning'));
    const isLoading = results.some(({ result }) => result === 'loading');
    const failed = results.filter(({ result }) => result === 'failed').map(({ subject }) => subject);
    const passed = results.filter(({ result }) => !result.length).map(({ subject }) => t(`subject.${subject}`));
    const nothingFound = t(failed.length ? 'restWell' : 'allWell');
    return html`<div class="findings">
      <p role="status" tabindex="-1">${isLoading ? t('looking') : this.#count(findings.length) || nothingFound}</p>
      ${this.#renderGroup('critical', bySeverity.get('critical'))}
      ${this.#renderGroup('warning', bySeverity.get('warning'))}
      ${
        passed.length
          ? html`<div>
              <p class="severity good">${icon(check)} ${t('passed')} <b>${passed.length}</b></p>
              <p class="muted">${new Intl.ListFormat(lang).format(passed)}</p>
            </div>`
          : nothing
      }
      ${this.#limits(failed).map((limit) => html`<p class="muted">${limit}</p>`)}
      ${
        failed.length && !isLoading
          ? html`<div class="row">
              <button class="secondary" part="button" @click=${this.#tryAgain}>${this.#context.shared().t('tryAgain')}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  /** The findings of one severity, under its name. */
  #renderGroup(severity: 'critical' | 'warning', findings: readonly PlacedFinding[] = []) {
    if (!findings.length) return nothing;
    return html`<div>
      <p class="severity ${severity === 'critical' ? 'bad' : 'warn'}">
        ${icon(warning)} <span id=${severity}>${this.#words.t(severity)}</span> <b>${findings.length}</b>
      </p>
      <ul role="list" aria-labelledby=${severity}>
        ${findings.map(this.#renderFinding)}
      </ul>
    </div>`;
  }

  readonly #renderFinding = ({ kind, count, pane }: PlacedFinding) => {
    const { t } = this.#words;
    return html`<li>
      ${t(`found.${kind}`, { count })}
      <button part="button" @click=${() => this.#context.go(pane, placesOf[kind])}>
        ${t('open', { pane: this.#checks.labelOf(pane) ?? '' })}
      </button>
    </li>`;
  };

  /** Sentences about data that was not checked. */
  #limits(failed: readonly Subject[]): string[] {
    const { t, lang } = this.#words;
    const limits: string[] = [];
    if (failed.length) {
      const names = failed.map((subject) => t(`subject.${subject}`));
      limits.push(t('notLookedAt', { subjects: new Intl.ListFormat(lang).format(names) }));
    }
    const users = this.#context.session()?.use(checkUpResource).users.state;
    if (users?.status === 'ready' && !users.value.isComplete) {
      const { checked: count, total } = users.value;
      limits.push(total === undefined ? t('firstUsers', { count }) : t('partOfUsers', { count, total }));
    }
    if (!this.#checks.may('users:update_role')) limits.push(t('onlyYours'));
    return limits;
  }

  get #words() {
    return this.#context.locale().sibling(checkUpEn);
  }

  /** The button is removed while the data is read again, so focus moves to the status text first. */
  readonly #tryAgain = (event: Event): void => {
    (event.target as Element).closest('.findings')?.querySelector<HTMLElement>('[role=status]')?.focus();
    this.#checks.refetch();
  };
}
