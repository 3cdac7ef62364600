import type { LitElement, ReactiveController } from 'lit';

/** Oklch lightness from which a text color is one for dark pages. */
const minLightText = 0.6;

/**
 * Finds out whether an element is on a dark page that says so only by its colors: its `color-scheme` says "light", but
 * the text it inherits is light; or the other way round. Styles in `theme/base.ts` report each change of the text color.
 */
export class ColorSchemeController implements ReactiveController {
  readonly #host: LitElement;
  #scheme: '' | 'on-light' | 'on-dark' = '';

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The class that corrects the color scheme; empty if the page's `color-scheme` agrees with its text. */
  get className(): string {
    return this.#scheme;
  }

  hostConnected(): void {
    for (const type of ['transitionend', 'animationstart']) this.#host.addEventListener(type, this.#read);
  }

  readonly #read = (event: Event): void => {
    if (event.target !== this.#host) return;
    event.stopPropagation(); // the page has nothing to do with it
    const { color, colorScheme } = getComputedStyle(this.#host, '::before');
    const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const isDark = colorScheme.includes('dark') && (prefersDark || !colorScheme.includes('light'));
    const isTextLight = Number.parseFloat(color.replace('oklch(', '')) > minLightText;
    const scheme = isDark === isTextLight ? '' : isTextLight ? 'on-dark' : 'on-light';
    if (scheme === this.#scheme) return;
    this.#scheme = scheme;
    this.#host.requestUpdate();
  };
}
