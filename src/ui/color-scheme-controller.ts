import type { LitElement, ReactiveController } from 'lit';

/** A text color with more Oklch lightness than this is for dark pages. */
const minLightText = 0.6;

/**
 * Reads two facts about the page around an element that no selector can match: whether the page's colors contradict its
 * `color-scheme` (the scheme is light, but the text is light too; or the other way round), and whether the page sets no
 * font. Styles in `theme/base.ts` fire an event for each change of the text's color and font.
 */
export class ColorSchemeController implements ReactiveController {
  readonly #host: LitElement;
  #className = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /**
   * Classes for `theme/base.ts`: `on-light` or `on-dark` if the page's `color-scheme` disagrees with its text, and
   * `no-font` if the page leaves the font to the browser.
   */
  get className(): string {
    return this.#className;
  }

  hostConnected(): void {
    for (const type of ['transitionend', 'animationstart']) this.#host.addEventListener(type, this.#read);
  }

  hostUpdate(): void {
    if (!this.#host.hasUpdated) this.#readPage(); // in time for the first frame
  }

  readonly #read = (event: Event): void => {
    if (event.target !== this.#host) return;
    event.stopPropagation(); // internal to the kit
    this.#readPage();
  };

  #readPage(): void {
    const { color, colorScheme, fontFamily } = getComputedStyle(this.#host, '::before');
    if (!color) return; // not on the page yet: in a provider that has rendered no slot
    const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const isDark = colorScheme.includes('dark') && (prefersDark || !colorScheme.includes('light'));
    const isTextLight = Number.parseFloat(color.replace('oklch(', '')) > minLightText;
    const scheme = isDark === isTextLight ? '' : isTextLight ? 'on-dark' : 'on-light';
    const font = fontFamily === getComputedStyle(this.#host, '::after').fontFamily ? 'no-font' : '';
    const className = `${scheme} ${font}`.trim();
    if (className === this.#className) return;
    this.#className = className;
    this.#host.requestUpdate();
  }
}
