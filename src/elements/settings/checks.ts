import type { ReactiveController } from 'lit';
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
import type { HubContext } from './hub-context.js';

/** The subjects of the checks. */
export type Subject = 'twoFactor' | 'sessions' | 'apiKeys' | 'users' | 'ghl' | 'calcom';

/** Permissions that a user needs to see or fix the findings, by subject. */
const managed: { readonly [Key in Subject]?: Capability } = {
  apiKeys: 'api_keys:read',
  users: 'users:update_role',
  ghl: 'integrations:manage',
  calcom: 'integrations:manage',
};

interface Check {
  readonly subject: Subject;
  /** The pane where a finding can be fixed. */
  readonly pane: PaneId;
  /** The data that is checked, for a user whom the check concerns. */
  readonly source: () => Resource<unknown> | undefined;
  readonly result: () => 'loading' | 'failed' | readonly Finding[];
}

/** The current result of a check. */
interface CheckResult extends Pick<Check, 'subject' | 'pane'> {
  readonly result: ReturnType<Check['result']>;
}

/** A finding, and the pane where it can be fixed. */
export type PlacedFinding = Finding & Pick<Check, 'pane'>;

/** The findings of all checks. */
export function findingsOf(results: readonly CheckResult[]): PlacedFinding[] {
  return results.flatMap(({ pane, result }) =>
    typeof result === 'string' ? [] : result.map((finding) => ({ ...finding, pane })),
  );
}

/** Events after which findings may change, although no other part of the page refetches their data. */
const changes = ['agni-user-role-changed', 'agni-user-removed'] as const;

/**
 * Checks all settings for findings that the user should review. While the check-up is closed, it reads no data, and
 * checks only the data that the panes have read.
 */
export class Checks implements ReactiveController {
  readonly #context: HubContext;
  readonly #isOpen: () => boolean;
  readonly #readers: ResourceController<unknown>[] = [];
  readonly #checks: readonly Check[];
  /** The data whose changes render the hub, while the hub is on the page. */
  readonly #sources = new Set<Resource<unknown>>();

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
    listen(context.pane, context.pane, changes, this.refetch);
  }

  hostUpdate(): void {
    for (const reader of this.#readers) reader.update();
    if (!this.#context.pane.isConnected) return; // an update may still follow the removal
    for (const check of this.#checks) {
      const source = check.source();
      source?.addEventListener('change', this.#rerender); // a repeated call has no effect
      if (source) this.#sources.add(source);
    }
  }

  hostDisconnected(): void {
    for (const source of this.#sources) source.removeEventListener('change', this.#rerender);
    this.#sources.clear();
  }

  /** The current result of each check that concerns the user. */
  results(): CheckResult[] {
    return this.#checks
      .filter(this.#concerns)
      .map(({ subject, pane, result }) => ({ subject, pane, result: result() }));
  }

  /** The label of a pane, if it is listed. */
  labelOf(pane: PaneId): string | undefined {
    return this.#context.items().find(({ id }) => id === pane)?.label;
  }

  /** Whether the user could fix the findings of a check in this hub. */
  readonly #concerns = ({ subject, pane }: Pick<Check, 'subject' | 'pane'>): boolean => {
    const capability = managed[subject];
    return this.labelOf(pane) !== undefined && (!capability || this.may(capability));
  };

  /** Whether the signed-in user may do something, as far as the browser knows. */
  may(capability: Capability): boolean {
    const me = this.#context.session()?.me.state;
    return me?.status === 'ready' && capabilitiesOf(me.value).has(capability);
  }

  // Deferred until the hub has rendered: a pane that the hub inserts refetches the data of a check during the render.
  readonly #rerender = (): void => queueMicrotask(() => this.#context.pane.requestUpdate());

  /** Refetches the data of the checks, while the check-up is open. */
  readonly refetch = (): void => {
    if (this.#isOpen()) for (const reader of this.#readers) void reader.refetch();
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
    const result = () => {
      const state = source()?.state;
      if (state?.status === 'ready') return find(state.value);
      if (state?.status !== 'failed') return 'loading';
      const { code, status } = state.error;
      // Without API access there are no keys. An operation that the host switched off is not checked.
      const isNothing = code === 'API_ACCESS_DISABLED' || (code === 'UNAVAILABLE' && status === 0);
      return isNothing ? [] : 'failed';
    };
    return { subject, pane, result, source: source as Check['source'] };
  }
}
