import { css, html, nothing } from 'lit';
import { base } from '../../theme/base.js';
import { AgniPane, type Pane } from '../pane.js';
import { en } from './security-en.js';

/**
 * The parts of an element that are the same in every pane, handed on, so that a host styles them here as in a pane that
 * stands alone.
 */
const parts =
  'section heading field label input button button-primary button-danger list table row cell badge dialog notice';

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

  override get dirty(): boolean {
    return this.#parts.some(({ dirty }) => dirty);
  }

  protected override get needsNewPassword(): boolean {
    return false; // this is where one gets it
  }

  get #parts(): Pane[] {
    return [...(this.renderRoot?.querySelectorAll<Pane>('.parts > *') ?? [])];
  }

  protected override renderContent() {
    const exported = parts.replaceAll(' ', ', ');
    const level = Math.min(6, this.noHeading ? this.headingLevel : this.headingLevel + 1);
    const { readonly } = this;
    // The password comes first and stays the same element, so that what it says of a change is still there after it.
    return html`<div class="parts" @agni-ready=${this.#keep} @agni-dirty-change=${this.#keep}>
      <agni-change-password
        exportparts=${exported}
        heading-level=${level}
        ?readonly=${readonly}
      ></agni-change-password>
      ${
        this.me.value?.must_change_password
          ? nothing
          : html`<agni-two-factor
                exportparts=${exported}
                heading-level=${level}
                ?readonly=${readonly}
              ></agni-two-factor>
              <agni-sessions exportparts=${exported} heading-level=${level} ?readonly=${readonly}></agni-sessions>`
      }
    </div>`;
  }

  /** What is ready or edited here is said by the whole, once. */
  readonly #keep = (event: Event): void => {
    event.stopPropagation();
    this.requestUpdate();
  };

  override readonly refresh = async (): Promise<void> => {
    this.surroundings?.resume();
    await Promise.all([this.me.load(), ...this.#parts.map((part) => part.refresh())]);
  };

  override reset(): void {
    for (const part of this.#parts) part.reset();
    super.reset();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-security': AgniSecurity;
  }
}
