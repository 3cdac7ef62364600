import { css, html } from 'lit';
import { base } from '../../theme/base.js';
import { AgniPane } from '../base/agni-pane.js';
import { ChildPanes, exportedParts } from '../base/child-panes.js';
import { en } from './en.js';

/**
 * The workspace's connections to other services, a card each: `<agni-ghl>` and `<agni-calcom>`, whose events it lets
 * through. What one of them can't show keeps nothing of the other off the page.
 * @element agni-integrations
 * @slot card - further cards, in the same frame, below the kit's own
 */
export class AgniIntegrations extends AgniPane<typeof en> {
  static override styles = [
    base,
    css`
      .cards {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(6 * var(--_space));
      }
      .cards > :not(slot, :defined) {
        display: none;
      }
      .cards > :not(slot),
      ::slotted(*) {
        padding: calc(5 * var(--_space));
        border: 1px solid var(--_border);
        border-radius: calc(1.43 * var(--_radius));
      }
      .cards > ::part(heading) {
        font-size: 1.1429em;
      }
      slot {
        display: contents;
      }
    `,
  ];

  protected readonly words = { prefix: 'integrations', table: en };

  protected override readonly childPanes = new ChildPanes(this, '.cards > :not(slot):defined');

  protected override renderContent() {
    const { readonly, childHeadingLevel: level } = this;
    return html`<div class="cards" @agni-ready=${this.childPanes.absorb} @agni-dirty-change=${this.childPanes.absorb}>
      <agni-ghl exportparts=${exportedParts} heading-level=${level} ?readonly=${readonly}></agni-ghl>
      <agni-calcom exportparts=${exportedParts} heading-level=${level} ?readonly=${readonly}></agni-calcom>
      <slot name="card"></slot>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-integrations': AgniIntegrations;
  }
}
