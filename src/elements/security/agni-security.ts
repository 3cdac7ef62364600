import { css, html, nothing } from 'lit';
import { base } from '../../theme/base.js';
import { forms } from '../../theme/forms.js';
import { AgniPane } from '../base/agni-pane.js';
import { ChildPanes, exportedParts } from '../base/child-panes.js';
import { en } from './en.js';

/**
 * Everything about how the user signs in: the password, two-factor authentication, and active sessions.
 * Contains `<agni-change-password>`, `<agni-two-factor>` and `<agni-sessions>`, whose events bubble through it. While
 * the password is a temporary one, only the password form is shown.
 * @element agni-security
 */
export class AgniSecurity extends AgniPane<typeof en> {
  static override styles = [
    base,
    forms,
    css`
      .skeleton {
        --_wide: 28em 10em 32.8em;
        --_narrow: 33.6em 14em 48em;
      }
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

  protected readonly words = {
    prefix: 'security',
    table: en,
    parts: ['agni-change-password', 'agni-two-factor', 'agni-sessions'],
  };
  protected override readonly skeletonCount = 3;

  protected override readonly childPanes = new ChildPanes(this, '.parts > *');

  protected override get needsNewPassword(): boolean {
    return false; // the user changes the temporary password here
  }

  protected override renderContent() {
    const { readonly, childHeadingLevel: level } = this;
    // The password pane comes first and stays the same element, so that its message about a change stays visible.
    return html`<div class="parts" @agni-ready=${this.childPanes.absorb} @agni-dirty-change=${this.childPanes.absorb}>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-security': AgniSecurity;
  }
}
