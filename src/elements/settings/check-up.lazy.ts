import { html, nothing, type ReactiveController } from 'lit';
import { ResourceController } from '../../context/resource-controller.js';
import { type Capability, capabilitiesOf } from '../../contract/roles.js';
import { apiKeysResource } from '../../resources/api-keys.js';
import type { ApiSession } from '../../resources/api-session.js';
import { calcomResource } from '../../resources/calcom.js';
import {
  calcomFindings,
  checkUpResource,
  type Finding,
  ghlFindings,
  keyFindings,
  sessionFindings,
  twoFactorFindings,
  userFindings,
} from '../../resources/check-up.js';
import { ghlResource } from '../../resources/ghl.js';
import type { Resource } from '../../resources/resource.js';
import { sessionsResource } from '../../resources/sessions.js';
import { twoFactorResource } from '../../resources/two-factor.js';
import { icon, type Outline, warning } from '../../ui/icon.js';
import { listen } from '../../ui/listen.js';
import type { PaneId } from '../panes.js';
import { checkUpEn } from './check-up.en.js';
import type { HubContext } from './hub-context.js';

export { checkUpStyles } from './check-up.styles.js';

const check: Outline = 'm3 8.5 3 3 7-7';

type Subject = 'twoFactor' | 'sessions' | 'apiKeys' | 'users' | 'ghl' | 'calcom';

/** What needs a permission to be seen or put right. */
const managed: { readonly [Key in Subject]?: Capability } = {
  apiKeys: 'api_keys:read',
  users: 'users:update_role',
  ghl: 'integrations:manage',
  calcom: 'integrations:manage',
};

/** Places in the pane that lists what a finding is about. */
const placesOf: { readonly [Kind in Finding['kind']]?: string } = {
  noTwoFactor: 'two-factor',
  staleSessions: 'sessions',
  unendingKeys: 'unending',
  neverUsedKeys: 'never-used',
  unusedKeys: 'unused',
  usersWithoutTwoFactor: 'two-factor-off',
  singleOwner: 'owners',
  ghlReconnect: 'ghl',
  calcomBroken: 'calcom',
};

/** Findings that need an action soon; all others are warnings. */
const critical = new Set<Finding['kind']>(['noTwoFactor', 'usersWithoutTwoFactor', 'ghlReconnect', 'calcomBroken']);

interface Check {
  readonly subject: Subject;
  /** The pane where a finding can be fixed. */
  readonly pane: PaneId;
  /** The data that is checked, for a user whom the check concerns. */
  readonly source: () => Resource<unknown> | undefined;
  readonly look: () => 'looking' | 'failed' | readonly Finding[];
}

/** What a check sees now. */
interface Look extends Pick<Check, 'subject' | 'pane'> {
  readonly result: ReturnType<Check['look']>;
}

type PlacedFinding = Finding & Pick<Check, 'pane'>;

function findingsOf(looks: readonly Look[]): PlacedFinding[] {
  return looks.flatMap(({ pane, result }) =>
    typeof result === 'string' ? [] : result.map((finding) => ({ ...finding, pane })),
  );
}

/** Events after which findings may be others, although nothing else on the page refetches their data. */
const changes = [
  ...['agni-two-factor-enabled', 'agni-two-factor-disabled', 'agni-user-role-changed', 'agni-user-removed'],
];

/**
 * Checks all settings for what the user should review. While the check-up is closed it reads nothing, and finds only what
 * the panes have read for themselves.
 */
export class CheckUp implements ReactiveController {
  readonly #context: HubContext;
  readonly #isOpen: () => boolean;
  readonly #readers: ResourceController<unknown>[] = [];
  readonly #checks: readonly Check[];
  #wasOpen = false;

  constructor(context: HubContext, isOpen: () => boolean) {
    this.#context = context;
    this.#isOpen = isOpen;
    this.#checks = [
      this.#check('twoFactor', 'security', (session) => session.use(twoFactorResource).current, twoFactorFindings),
      this.#check('sessions', 'security', (session) => session.use(sessionsResource).list, sessionFindings),
      this.#check('apiKeys', 'api-keys', (session) => session.use(apiKeysResource).list, keyFindings),
      this.#check('users', 'users', (session) => session.use(checkUpResource).users, userFindings),
      this.#check('ghl', 'integrations', (session) => session.use(ghlResource).status, ghlFindings),
      this.#check('calcom', 'integrations', (session) => session.use(calcomResource).status, calcomFindings),
    ];
    context.pane.addController(this);
    listen(context.pane, context.pane, changes, () => this.#lookAgain());
  }

  hostUpdate(): void {
    for (const reader of this.#readers) reader.update();
    for (const { source } of this.#checks) source()?.addEventListener('change', this.#rerender); // once, however often added
  }

  /** What was found so far, counted: a number in the color of the worst, and a sentence that describes the button. */
  renderCount() {
    const findings = findingsOf(this.#look());
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

  #look(): Look[] {
    return this.#checks.filter(this.#concerns).map(({ subject, pane, look }) => ({ subject, pane, result: look() }));
  }

  render() {
    const { t, lang } = this.#words;
    const looks = this.#look();
    const findings = findingsOf(looks);
    const bySeverity = Map.groupBy(findings, ({ kind }) => (critical.has(kind) ? 'critical' : 'warning'));
    const isLooking = looks.some(({ result }) => result === 'looking');
    const failed = looks.filter(({ result }) => result === 'failed').map(({ subject }) => subject);
    const passed = looks.filter(({ result }) => !result.length).map(({ subject }) => t(`subject.${subject}`));
    const nothingFound = t(failed.length ? 'restWell' : 'allWell');
    return html`<div class="findings">
      <p role="status" tabindex="-1">${isLooking ? t('looking') : this.#count(findings.length) || nothingFound}</p>
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
        failed.length && !isLooking
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
        ${t('open', { pane: this.#labelOf(pane) ?? '' })}
      </button>
    </li>`;
  };

  /** What was not looked at, in sentences. */
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
    if (!this.#may('users:update_role')) limits.push(t('onlyYours'));
    return limits;
  }

  /** The label of a pane, if it is listed. */
  #labelOf(pane: PaneId): string | undefined {
    return this.#context.items().find(({ id }) => id === pane)?.label;
  }

  get #words() {
    return this.#context.locale().sibling(checkUpEn);
  }

  /** Whether the user could fix here what a check is about. */
  readonly #concerns = ({ subject, pane }: Pick<Check, 'subject' | 'pane'>): boolean => {
    const capability = managed[subject];
    return this.#labelOf(pane) !== undefined && (!capability || this.#may(capability));
  };

  #may(capability: Capability): boolean {
    const me = this.#context.session()?.me.state;
    return me?.status === 'ready' && capabilitiesOf(me.value).has(capability);
  }

  // Not before the hub has rendered: a pane that it inserts reads again what a check is about.
  readonly #rerender = (): void => queueMicrotask(() => this.#context.pane.requestUpdate());

  readonly #lookAgain = (): void => {
    if (this.#isOpen()) for (const reader of this.#readers) void reader.refetch();
  };

  /** The button goes with what it mends, so what comes of it takes the focus. */
  readonly #tryAgain = (event: Event): void => {
    (event.target as Element).closest('.findings')?.querySelector<HTMLElement>('[role=status]')?.focus();
    this.#lookAgain();
  };

  #check<T>(
    subject: Subject,
    pane: PaneId,
    select: (session: ApiSession) => Resource<T>,
    find: (value: T) => readonly Finding[],
  ): Check {
    const source = () => {
      const session = this.#context.session();
      return session && this.#concerns({ subject, pane }) ? select(session) : undefined;
    };
    const reader = new ResourceController(this.#context.pane, () => (this.#isOpen() ? source() : undefined));
    reader.onSessionChange(this.#context.session());
    this.#readers.push(reader as ResourceController<unknown>);
    const look = () => {
      const state = source()?.state;
      if (state?.status === 'ready') return find(state.value);
      if (state?.status !== 'failed') return 'looking';
      const { code, status } = state.error;
      // Where there is no API access there are no keys; what the host switched off is nothing to look at.
      const isNothing = code === 'API_ACCESS_DISABLED' || (code === 'UNAVAILABLE' && status === 0);
      return isNothing ? [] : 'failed';
    };
    return { subject, pane, look, source: source as Check['source'] };
  }
}
