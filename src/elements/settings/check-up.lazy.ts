import { css, html, nothing, type ReactiveController } from 'lit';
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
import { listen } from '../../ui/listen.js';
import type { PaneId } from '../panes.js';
import { checkUpEn } from './check-up.en.js';
import type { HubContext } from './hub-context.js';

export const checkUpStyles = css`
  .findings {
    display: grid;
    gap: calc(3 * var(--_space));
    padding: calc(2 * var(--_space)) calc(2.5 * var(--_space)) 0;
    font-size: var(--_small);
  }
  .findings ul {
    display: grid;
    gap: calc(3 * var(--_space));
  }
  .findings li {
    padding-inline-start: calc(2.5 * var(--_space));
    border-inline-start: 2px solid var(--_warning);
  }
  .findings li button {
    min-block-size: var(--_target);
    padding: 0;
    border: 0;
    color: var(--_text);
    text-decoration: underline;
  }
`;

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
  usersWithoutTwoFactor: 'two-factor-off',
  singleOwner: 'owners',
};

interface Check {
  readonly subject: Subject;
  /** The pane where a finding can be fixed. */
  readonly pane: PaneId;
  readonly look: () => 'looking' | 'failed' | readonly Finding[];
}

/** Events after which findings may be others, although nothing else on the page refetches their data. */
const changes = [
  ...['agni-two-factor-enabled', 'agni-two-factor-disabled', 'agni-user-role-changed', 'agni-user-removed'],
];

/** Checks all settings for what the user should review, as long as the check-up is open. */
export class CheckUp implements ReactiveController {
  readonly #context: HubContext;
  readonly #isOpen: () => boolean;
  readonly #readers: ResourceController<unknown>[] = [];
  readonly #checks: readonly Check[];

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
  }

  render() {
    const { t } = this.#words;
    const looks = this.#checks.filter(this.#concerns).map((check) => ({ ...check, result: check.look() }));
    const findings = looks.flatMap(({ pane, result }) =>
      typeof result === 'string' ? [] : result.map((finding) => ({ ...finding, pane })),
    );
    const isLooking = looks.some(({ result }) => result === 'looking');
    const failed = looks.flatMap(({ subject, result }) => (result === 'failed' ? [subject] : []));
    const nothingFound = t(failed.length ? 'restWell' : 'allWell');
    const summary = findings.length ? t('result', { count: findings.length }) : nothingFound;
    return html`<div class="findings">
      <p role="status" tabindex="-1">${isLooking ? t('looking') : summary}</p>
      ${findings.length ? html`<ul role="list">${findings.map(this.#renderFinding)}</ul>` : nothing}
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

  readonly #renderFinding = ({ kind, count, pane }: Finding & { pane: PaneId }) => {
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
    const reader = new ResourceController(this.#context.pane, (session) =>
      this.#isOpen() && this.#concerns({ subject, pane }) ? select(session) : undefined,
    );
    reader.onSessionChange(this.#context.session());
    this.#readers.push(reader as ResourceController<unknown>);
    const look = () => {
      const { state } = reader;
      if (state.status === 'ready') return find(state.value);
      if (state.status !== 'failed') return 'looking';
      const { code, status } = state.error;
      // Where there is no API access there are no keys; what the host switched off is nothing to look at.
      const isNothing = code === 'API_ACCESS_DISABLED' || (code === 'UNAVAILABLE' && status === 0);
      return isNothing ? [] : 'failed';
    };
    return { subject, pane, look };
  }
}
