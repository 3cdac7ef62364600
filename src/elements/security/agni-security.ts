import { css, html, nothing } from 'lit';
import { base } from '../../theme/base.js';
import { AgniPane } from '../base/agni-pane.js';
import { ChildPanes, exportedParts } from '../base/child-panes.js';
import { en } from './en.js';

/**
 * Everything about how the signed-in person signs in: the password, the second factor, and where they are signed in.
 * Made of `<agni-change-password>`, `<agni-two-factor>` and `<agni-sessions>`, whose events it lets through. As long as
 * the password is a temporary one there is only that to change.
 * @element agni-security
 */
export class AgniSecurity extends AgniPane<typeof en> {
  static override styles = [
    base,
    css`
      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: calc(12 * var(--_space));
      }
      .parts > ::part(heading) {
        font-size: 1.1429em;
      }
    `,
  ];

  protected readonly words = { prefix: 'security', table: en };

  protected readonly needs = [];
  readonly #parts = new ChildPanes(this, '.parts > *');

  override get dirty(): boolean {
    return this.#parts.areDirty;
  }

  protected override get needsNewPassword(): boolean {
    return false; // this is where one gets it
  }

  protected override renderContent() {
    const level = Math.min(6, this.noHeading ? this.headingLevel : this.headingLevel + 1);
    const { readonly } = this;
    // The password comes first and stays the same element, so that what it says of a change is still there after it.
    return html`<div class="parts" @agni-ready=${this.#parts.keep} @agni-dirty-change=${this.#parts.keep}>
      <agni-change-password
        exportparts=${exportedParts}
        heading-level=${level}
        ?readonly=${readonly}
      ></agni-change-password>
      ${
        this.me.value?.must_change_password
          ? nothing
          : html`<agni-two-factor
                exportparts=${exportedParts}
                heading-level=${level}
                ?readonly=${readonly}
              ></agni-two-factor>
              <agni-sessions exportparts=${exportedParts} heading-level=${level} ?readonly=${readonly}></agni-sessions>`
      }
    </div>`;
  }

  override readonly refresh = async (): Promise<void> => {
    this.hostContext?.resume();
    await Promise.all([this.me.load(), this.#parts.refresh()]);
  };

  override reset(): void {
    this.#parts.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-security': AgniSecurity;
  }
}
