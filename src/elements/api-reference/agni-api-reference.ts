import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { base } from '../../theme/base.js';
import { heading } from '../../ui/heading.js';
import { sayAgain } from '../../ui/say-again.js';
import { AgniPane } from '../base/agni-pane.js';
import { examplesEn } from '../base/code-examples.en.js';
import { codeExamples, codeStyles } from '../base/code-examples.js';
import { en } from './en.js';
import { ownCards, type ReferenceCard } from './reference-cards.js';

export type { ReferenceCard } from './reference-cards.js';

/**
 * Links to the documentation of the APIs, with example requests that hold the workspace's id and no secret.
 * @element agni-api-reference
 */
export class AgniApiReference extends AgniPane<typeof en> {
  static override styles = [
    base,
    codeStyles,
    css`
      .skeleton {
        --_wide: 34em;
        --_narrow: 54.7em;
      }
      .cards {
        border: var(--_line) solid var(--_border);
        border-radius: var(--_card-radius);
      }
      section {
        display: grid;
        align-items: start;
        gap: calc(3 * var(--_space)) calc(6 * var(--_space));
        padding: calc(5 * var(--_space));
      }
      section + section {
        border-block-start: var(--_line) solid var(--_border);
      }
      section [part='heading'] {
        font-weight: 600;
      }
      @container (width >= 40rem) {
        section {
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        }
      }
    `,
  ];

  /** Replaces the kit's own cards. */
  @property({ attribute: false }) cards: readonly ReferenceCard[] | undefined;

  protected readonly words = { prefix: 'apiReference', table: en };

  protected override readonly needs = [];
  /** The language of the examples, one for all cards. */
  #language = 'curl';
  /** The message about the last attempt to copy an example, and the card of that example. */
  #copied: { readonly card: string; readonly status: string } | undefined;

  get #cards(): readonly ReferenceCard[] {
    const { session } = this;
    if (this.cards || !session) return this.cards ?? [];
    const id = this.options?.orgId ?? this.me.value?.organization_id ?? 'YOUR_ORGANIZATION_ID';
    return ownCards(session.client, id, this.locale);
  }

  protected override renderContent() {
    const cards = this.#cards;
    if (!cards.length) return html`<p class="muted">${this.locale.t('none')}</p>`;
    return html`<div class="cards">${cards.map((card) => this.#renderCard(card))}</div>`;
  }

  #renderCard({ id, heading: name, text, href, examples = [] }: ReferenceCard) {
    return html`<section>
      <div>
        ${heading(this.childHeadingLevel, html`<a href=${href}>${name}</a>`)}
        <p class="muted">${text}</p>
      </div>
      ${examples.length ? this.#renderExamples(id, name, examples) : nothing}
    </section>`;
  }

  #renderExamples(card: string, subject: string, examples: NonNullable<ReferenceCard['examples']>) {
    const { t } = this.shared;
    const status = this.#copied?.card === card ? this.#copied.status : '';
    return codeExamples(
      {
        name: card,
        subject,
        examples,
        selected: this.#language,
        status,
        select: (language) => {
          this.#language = language;
          this.#copied = undefined;
          this.requestUpdate();
        },
        copied: (isCopied) => {
          this.#copied = { card, status: sayAgain(t(isCopied ? 'copied' : 'notCopied'), status) };
          this.requestUpdate();
        },
      },
      this.locale.sibling(examplesEn, 'examples'),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agni-api-reference': AgniApiReference;
  }
}
