import { css, html } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { tabStyles } from '../../theme/tabs.js';
import { copyElement } from '../../ui/copy.js';
import { tabs } from '../../ui/tabs.js';
import type { examplesEn } from './code-examples.en.js';
import type { Example } from './request-examples.js';

/** Styles of the examples. */
export const codeStyles = [
  tabStyles,
  css`
    /* One frame: the tabs and the Copy button in its first line, the code below. */
    .examples {
      display: grid;
      grid-template-columns: fit-content(70%) minmax(0, 1fr);
      border: var(--_line) solid var(--_border);
      border-radius: var(--_radius);
    }
    .examples > [role='tablist'] {
      position: relative; /* above the panel, whose Copy button is in the same line */
      grid-area: 1 / 1;
      border: 0;
    }
    .examples > [role='tabpanel'],
    .code {
      display: grid;
      grid: subgrid / subgrid;
      grid-area: 1 / 1 / 3 / 3;
    }
    .code > .row {
      justify-content: end;
      grid-area: 1 / 2;
      gap: calc(2 * var(--_space));
      padding-inline-start: calc(2 * var(--_space));
    }
    .code > .row button {
      border: 0;
    }
    pre {
      grid-area: 2 / 1 / 3 / 3;
      margin: 0;
      padding: calc(3 * var(--_space)) calc(4 * var(--_space));
      border-block-start: var(--_line) solid var(--_border);
      border-radius: 0 0 var(--_radius) var(--_radius);
      background: var(--_surface);
      font-size: var(--_small);
      white-space: pre-wrap;
    }
  `,
];

/** A group of examples, the selected one, and the status of copying. */
export interface CodeExamples {
  /** Unique within the element, if there are several groups. */
  readonly name?: string;
  /** Subject of the group, if there are several groups. */
  readonly subject?: string;
  readonly examples: readonly Example[];
  /** Id of the example that is shown. */
  readonly selected: string;
  /** Message about the last attempt to copy an example. */
  readonly status: string;
  readonly select: (id: string) => void;
  readonly copied: (isCopied: boolean) => void;
}

/** Lets an address wrap after `/`, `?`, `&` or `=` rather than within a word. */
const breakable = (code: string) =>
  code.split(/(?<=[/?&=])(?![/?&=])/).map((piece, index) => (index ? [html`<wbr />`, piece] : piece));

/** Tabs with the same example in several languages, each with a Copy button. */
export function codeExamples(given: CodeExamples, { t }: Locale<typeof examplesEn>) {
  const { name = 'example', subject = '', examples, selected, status, select, copied } = given;
  const idOf = (id: string) => `${name}-${id}`;
  const all = examples.map(({ id, label, code }) => ({
    id: idOf(id),
    label,
    content: html`<div class="code">
      <pre part="code" dir="ltr" translate="no" tabindex="-1" @copy=${() => copied(true)}>${breakable(code)}</pre>
      <div class="row">
        <span class="help" role="status">${status}</span>
        <button class="secondary" part="button" type="button" @click=${copy}>
          ${t('copyExample')}<span class="hidden"> ${t('copyExampleOf', { language: label })} ${subject}</span>
        </button>
      </div>
    </div>`,
  }));
  function copy(event: Event) {
    const code = (event.currentTarget as Element).closest('.code')?.querySelector('pre') as HTMLElement;
    void copyElement(code).then(copied);
  }
  const choose = (chosen: string) => select(chosen.slice(name.length + 1));
  return html`<div class="examples">${tabs(`${t('examples')} ${subject}`.trim(), all, idOf(selected), choose)}</div>`;
}
