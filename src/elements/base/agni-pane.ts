import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { ResourceController } from '../../context/resource-controller.js';
import { type Capability, capabilitiesOf } from '../../contract/roles.js';
import { heading } from '../../ui/heading.js';
import { listen } from '../../ui/listen.js';
import { notice } from '../../ui/notice.js';
import { skeleton } from '../../ui/skeleton.js';
import { AgniElement, type PaneWords } from './agni-element.js';
import type { ChildPanes } from './child-panes.js';
import { type Pane, type PaneState, stateOf } from './pane.js';
import { PaneEvents } from './pane-events.js';

/**
 * Base class of all panes: loads the pane's data, shows loading and error states, and implements {@link Pane}.
 * @fires agni-ready - the first data is shown
 * @fires agni-load-error - the first load failed
 * @fires agni-error - any other operation failed
 * @fires agni-dirty-change - the pane has unsaved changes now, or no longer has any
 * @csspart section - the pane as a whole
 * @csspart heading - the pane's heading
 * @csspart field - a label with its control, help and error
 * @csspart label - the label of a field
 * @csspart help - the help below a field
 * @csspart error - the error of a field
 * @csspart input - a text field, a select or a text area
 * @csspart button - any button
 * @csspart button-primary - the button of the main action
 * @csspart button-danger - the button that confirms an action that can't be undone
 * @csspart link - a button that looks like a link
 * @csspart list - a list
 * @csspart table - a table
 * @csspart row - a row of a list or table
 * @csspart cell - a cell of a table
 * @csspart badge - a short text that shows a state
 * @csspart badge-success - a badge for a state that is in order
 * @csspart badge-warning - a badge for a state to review
 * @csspart badge-danger - a badge for a problem
 * @csspart avatar - the initials of a user
 * @csspart meter - an amount with its limit
 * @csspart icon - an icon
 * @csspart code - a key, an id or an example
 * @csspart notice - a framed sentence about the pane as a whole
 * @csspart dialog - a modal dialog
 * @csspart menu - the menu of a row
 * @csspart menu-item - an action in a menu
 * @csspart tab - a tab
 * @csspart tab-selected - the selected tab
 * @csspart pager - the buttons that turn the pages of a list
 * @csspart save-bar - Save and Discard, while there is something to save
 * @csspart empty - the text shown in place of an empty list
 * @csspart skeleton - the placeholder for content that is loading
 * @cssState loading - the first data is loading
 * @cssState ready - the data is shown
 * @cssState error - the first load failed
 * @cssState denied - the user may not see the pane
 * @cssState unavailable - the host switched off every endpoint the pane needs
 * @cssState signed-out - no user is signed in
 * @cssprop --agni-color-bg - background of the pane, its controls and dialogs; unset colors are derived from set ones
 * @cssprop --agni-color-surface - background of notices, table headers and read-only fields
 * @cssprop --agni-color-text - text
 * @cssprop --agni-color-muted - second lines and help
 * @cssprop --agni-color-border - dividers and frames
 * @cssprop --agni-color-control-border - borders of controls
 * @cssprop --agni-color-accent - background of the main action
 * @cssprop --agni-color-on-accent - text of the main action
 * @cssprop --agni-color-danger - destructive actions and errors
 * @cssprop --agni-color-on-danger - text on a background of `--agni-color-danger`
 * @cssprop --agni-color-success - states that are in order
 * @cssprop --agni-color-warning - states to review
 * @cssprop --agni-color-focus - outline of the focused control
 * @cssprop --agni-color-link - links
 * @cssprop --agni-color-hover - background under the pointer
 * @cssprop --agni-color-selected - background of a selected item
 * @cssprop [--agni-font-family=inherit] - font; the system font if the page sets none
 * @cssprop [--agni-font-family-code=ui-monospace] - font of keys, ids and examples
 * @cssprop [--agni-font-size=0.875rem] - size of text; all other sizes are relative to it
 * @cssprop [--agni-heading-size=1.2857em] - size of a pane's heading
 * @cssprop [--agni-heading-weight=600] - weight of headings
 * @cssprop [--agni-radius=7px] - rounding of controls
 * @cssprop [--agni-radius-card=10px] - rounding of frames and dialogs
 * @cssprop [--agni-space=0.25rem] - unit of all distances
 * @cssprop [--agni-control-height=2.125rem] - height of controls
 * @cssprop [--agni-border-width=1px] - width of borders
 * @cssprop --agni-shadow - shadow of dialogs, menus and the save bar
 * @cssprop [--agni-content-width=64rem] - maximum width of a pane in a parent that shrinks to fit
 * @cssprop --agni-backdrop - color over the page behind a dialog
 * @cssprop [--agni-motion=140ms] - duration of animations and transitions
 * @cssprop [--agni-density=cozy] - `compact` for lower rows and smaller distances
 */
export abstract class AgniPane<Table extends PaneWords> extends AgniElement<Table> implements Pane {
  readonly #events = new PaneEvents(this, this.attachInternals());

  /** Resources that have to be loaded before the content is shown. */
  protected readonly needs: readonly ResourceController<unknown>[] = [];
  /** Number of placeholder frames while the content loads. */
  protected readonly skeletonCount: number = 1;
  /** The panes inside this pane, if there are any. */
  protected readonly childPanes: ChildPanes | undefined;

  /** Refetches what is read only once `needs` is loaded. */
  protected refetchDetails?(): unknown;

  /** The pane's content; only rendered once everything in `needs` is loaded. */
  protected abstract renderContent(): unknown;

  /** The state of the pane. An error state is reported once its words are loaded; until then the state is `loading`. */
  get state(): PaneState {
    const state = this.#knownState;
    const canSayWhy = this.errorWords.isSettled || (this.denial && !this.loadError);
    return state === 'ready' || state === 'signed-out' || canSayWhy ? state : 'loading';
  }

  get #knownState(): PaneState {
    if (!this.hostContext) return this.hostController.isWaitOver ? 'error' : 'loading';
    if (this.hostContext.isSignedOut) return 'signed-out';
    if (this.loadError) return stateOf(this.loadError);
    if (this.#sources.some(({ state }) => state.status !== 'ready')) return 'loading';
    return this.needsNewPassword || this.denial ? 'denied' : 'ready';
  }

  /** Whether the user typed something that is not saved. */
  get dirty(): boolean {
    return !!this.childPanes?.areDirty;
  }

  /** Why the user may not see the content, in a sentence; empty if they may. */
  protected get denial(): string {
    return '';
  }

  /** Whether the pane has to wait until a temporary password is changed. */
  protected get needsNewPassword(): boolean {
    return !!this.me.value?.must_change_password || this.loadError?.code === 'PASSWORD_CHANGE_REQUIRED';
  }

  /** The error that prevents the content from being shown: a failed first load, or a refetch that was forbidden. */
  protected get loadError(): AgniError | undefined {
    return this.#sources.flatMap(({ state }) =>
      state.status === 'failed' || (state.status === 'ready' && state.error?.isForbidden) ? [state.error] : [],
    )[0];
  }

  get #sources(): ResourceController<unknown>[] {
    return [this.me, ...this.needs];
  }

  constructor() {
    super();
    listen(this, window, ['online', 'offline'], () => this.requestUpdate());
    listen(this, window, ['beforeunload'], (event) => this.dirty && event.preventDefault());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#knownState !== 'loading') void this.errorWords.load();
  }

  protected override render(): TemplateResult {
    const { state } = this;
    return this.renderFrame(
      html`${this.renderHeading()}${
        state === 'ready' ? [this.#renderStaleness(), this.renderContent()] : this.#renderState(state)
      }${this.renderDialogs()}
        <p class="message" part="message" role="status" .textContent=${this.#message(state)}></p>`,
    );
  }

  #message(state: PaneState): string {
    if (state === 'ready' && !navigator.onLine) return this.shared.t('offline');
    return this.announcement || this.loadingMessage.text(this.#sources, this.shared);
  }

  /** The heading, with the mark, the lead and the main action. */
  protected renderHeading(): unknown {
    const action = this.state === 'ready' ? this.renderAction() : nothing;
    if (this.noHeading) return action === nothing ? nothing : html`<div class="head">${action}</div>`;
    return html`<div class="head">
      ${this.renderMark()}
      <div>${heading(this.headingLevel, this.locale.t('heading'))}${this.renderLead()}</div>
      ${action}
    </div>`;
  }

  /** A picture before the heading. */
  protected renderMark(): unknown {
    return nothing;
  }

  /** One line below the heading. */
  protected renderLead(): unknown {
    return html`<p .textContent=${this.locale.t('lead')}></p>`;
  }

  /** The main action, beside the heading. */
  protected renderAction(): unknown {
    return nothing;
  }

  /** Dialogs, rendered in every state of the pane: a dialog may show a secret that can't be shown again. */
  protected renderDialogs(): unknown {
    return nothing;
  }

  #renderState(state: PaneState) {
    if (state === 'loading') return skeleton(this.skeletonCount);
    const { hostContext, needsNewPassword, loadError, denial, shared, refresh } = this;
    const tryAgain = this.renderTryAgain(refresh);
    const { part } = this.errorWords;
    if (!part)
      return denial ? notice(denial) : notice(shared.t(state === 'signed-out' ? 'signedOut' : 'failed'), tryAgain);
    const reason = loadError ? this.errorMessage(loadError) : denial;
    return part.stateNotice(state, { hostContext, needsNewPassword, loadError, reason, shared, tryAgain, refresh });
  }

  #renderStaleness() {
    const isStale = navigator.onLine && this.#sources.some((source) => source.isStale); // offline, the status says so
    return isStale ? notice(this.shared.t('stale'), this.renderTryAgain(this.refresh)) : nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#events.report(this.loadError, this.needs);
  }

  /** Whether the signed-in user has a capability, as far as the browser knows. The server decides. */
  protected can(capability: Capability): boolean {
    return capabilitiesOf(this.me.value).has(capability);
  }

  /**
   * Refetches the pane's data, and all data of the session whose last read failed. Resolves when the reads of the
   * pane's data have succeeded or failed.
   */
  readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    this.session?.retry();
    await Promise.all([...this.#sources.map((source) => source.refetch()), this.childPanes?.refresh()]);
    await this.refetchDetails?.();
  };

  /** Moves focus to a field by its name, or to a pane inside this one by its tag; returns whether there is one. */
  show(place: string): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>(`[name="${CSS.escape(place)}"]`);
    field?.focus();
    return !!(field ?? this.childPanes?.show(place));
  }

  /** Discards what was typed and not saved. */
  reset(): void {
    this.childPanes?.reset();
    this.requestUpdate();
  }
}
