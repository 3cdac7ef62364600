import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ResourceController } from '../../context/resource-controller.js';
import { type Invitation, listInvitations } from '../../contract/invitations.js';
import { type ListPage, PagedList } from '../../resources/paged-list.js';
import { fullName } from '../../resources/people.js';
import { notice } from '../../ui/notice.js';
import { listPager } from '../../ui/pager.js';
import { trueOrder } from '../../ui/true-order.js';
import { pendingEn } from './pending-en.js';
import type { UserDesk } from './user-desk.js';

/** Looks of the pending invitations. */
export const pendingStyles = [];

/** The invitations nobody has taken up yet: the content of a tab, and how many there are. */
export class PendingInvitations {
  readonly #desk: UserDesk;
  readonly #page: ResourceController<ListPage<Invitation>>;
  #list: PagedList<Invitation> | undefined;

  constructor(desk: UserDesk) {
    this.#desk = desk;
    this.#page = new ResourceController(desk.pane, (workspace) => {
      if (this.#list?.workspace !== workspace) {
        this.#list = new PagedList(
          workspace,
          (query, call) => workspace.client.call(listInvitations, { query: { ...query, status: 'PENDING' } }, call),
          {},
        );
      }
      return this.#list.page;
    });
    this.#page.attach(desk.workspace()); // the pane has told its followers already
  }

  /** How many there are, where that's known. */
  get count(): number | undefined {
    return this.#page.value?.total;
  }

  render() {
    const { t } = this.#desk.locale().sibling(pendingEn);
    const { state } = this.#page;
    if (state.status === 'failed') return notice(this.#desk.say(state.error));
    if (state.status !== 'ready') return nothing;
    const { items } = state.value;
    if (!items.length) return html`<p class="muted">${t('empty')}</p>`;
    return html`
      <ul class="list" part="list" role="list">
        ${repeat(
          items,
          ({ id }) => id,
          (invitation) => html`<li part="row">
            <div>
              <p class="name">${trueOrder(fullName(invitation))}</p>
              <p class="facts">${trueOrder(invitation.email)}</p>
            </div>
          </li>`,
        )}
      </ul>
      ${listPager(this.#desk.shared(), state.value, (start) => this.#list?.turn(start))}
    `;
  }

  renderDialogs(): unknown {
    return nothing;
  }
}
