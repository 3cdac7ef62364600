import { css, nothing } from 'lit';
import { serverNow } from '../../client/server-clock.js';
import type { ResourceController, SessionObserver } from '../../context/resource-controller.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { Resource } from '../../resources/resource.js';
import { tables } from '../../theme/tables.js';
import { notice } from '../../ui/notice.js';
import { pageOf, pager } from '../../ui/pager.js';
import { skeleton } from '../../ui/skeleton.js';
import { type Column, table } from '../../ui/table.js';
import { lateResource } from './late-resource.js';
import type { ElementContext } from './pane-context.js';

/** Styles of lists that load their own data. */
export const listingStyles = [
  tables,
  css`
    .listing {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(4 * var(--_space));
    }
    .listing > .table + .pager {
      margin-block-start: 0;
    }
  `,
];

/** A list that loads its own data: a skeleton, the reason why the load failed, or the list. */
export function listing<T>(
  source: Pick<ResourceController<T>, 'state' | 'refetch'>,
  { errorMessage, shared, tryAgain }: Pick<ElementContext, 'errorMessage' | 'shared' | 'tryAgain'>,
  show: (value: T) => unknown,
) {
  const { state } = source;
  const button = tryAgain(() => source.refetch());
  if (state.status === 'failed') {
    const { code, status } = state.error;
    const isFinal = code === 'UNAVAILABLE' || status === 403;
    return isFinal ? notice(errorMessage(state.error)) : notice(errorMessage(state.error), button, 'alert');
  }
  if (state.status !== 'ready') return skeleton();
  return [state.isStale ? notice(shared().t('stale'), button) : nothing, show(state.value)];
}

/** How a {@link ListTable} shows its rows. */
interface ListView<Item> {
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  /** The content shown in place of an empty list. */
  readonly empty: unknown;
  /** The label of the group that a row belongs to. */
  readonly group?: (item: Item) => string;
}

/** A table that shows a list page by page, after the complete list was read. */
export class ListTable<Item extends { readonly id: string }> implements SessionObserver {
  readonly source: ResourceController<readonly Item[]>;
  readonly #context: ElementContext;
  readonly #arrange: (items: readonly Item[]) => readonly Item[];
  #arranged: { readonly of: readonly Item[]; readonly minute: number; readonly rows: readonly Item[] } | undefined;
  #page = 0;

  /** `arrange` sorts the rows. The order may depend on the time, so it is called for each list and each minute. */
  constructor(
    context: ElementContext,
    select: (session: ApiSession) => Resource<readonly Item[]> | undefined,
    arrange: (items: readonly Item[]) => readonly Item[] = (items) => items,
  ) {
    this.#context = context;
    this.#arrange = arrange;
    this.source = lateResource(context, select);
    context.pane.addSessionObserver(this);
  }

  /** The rows of the current page; `undefined` until the list is loaded. */
  get rows(): readonly Item[] | undefined {
    const all = this.source.value;
    if (!all) return undefined;
    const minute = Math.floor(serverNow() / 60_000);
    if (this.#arranged?.of !== all || this.#arranged.minute !== minute) {
      this.#arranged = { of: all, minute, rows: this.#arrange(all) };
    }
    const { start, end } = pageOf(this.#page, all.length);
    return this.#arranged.rows.slice(start, end);
  }

  readonly goTo = (page: number): void => {
    this.#page = page;
    this.#context.pane.requestUpdate();
  };

  render({ label, columns, empty, group }: ListView<Item>) {
    return listing(this.source, this.#context, (all) =>
      all.length
        ? [
            table({ label, columns, rows: this.rows ?? [], key: ({ id }) => id, group }),
            pager(this.#context.shared(), this.#page, all.length, this.goTo),
          ]
        : empty,
    );
  }

  onSessionChange(): void {
    this.#page = 0;
  }

  onSignedOut(): void {
    this.#page = 0;
  }
}
