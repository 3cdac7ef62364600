import type { PropertyValues } from 'lit';
import { css, html, LitElement } from 'lit';
import { contrastOf } from './contrast.js';
import { attributesOf, cssOf, defaultTheme, hashOf, type Theme, themeOf, tokensOf } from './theme.js';

/** The parts of the hub whose contrast is measured, with their labels. */
const samples = [
  ['Text', 'heading'],
  ['Navigation', 'nav-item'],
  ['Main action', 'button-primary'],
  ['Error and delete', 'button-danger'],
] as const;

const minContrast = 4.5;

/**
 * Edits a theme beside the complete hub, which shows each change immediately. The address contains the theme, so that a
 * link shares it.
 * @element theme-studio
 */
export class ThemeStudio extends LitElement {
  static override properties = { fetch: { attribute: false } };
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: 19rem minmax(0, 1fr);
      min-block-size: 100vh;
      font: 0.875rem / 1.43 system-ui, sans-serif;
    }
    form {
      display: grid;
      align-content: start;
      gap: 1rem;
      padding: 1.5rem;
      border-inline-end: 1px solid color-mix(in srgb, currentcolor 14%, transparent);
    }
    h1,
    h2,
    ul {
      margin: 0;
      padding: 0;
      font-size: 1.15rem;
      list-style: none;
    }
    h2,
    ul {
      font-size: inherit;
    }
    label {
      display: grid;
      gap: 0.35rem;
    }
    input,
    select,
    textarea,
    button {
      min-block-size: 2.1rem;
      box-sizing: border-box;
      inline-size: 100%;
      border: 1px solid color-mix(in srgb, currentcolor 50%, transparent);
      border-radius: 6px;
      background: Canvas;
      color: inherit;
      font: inherit;
    }
    textarea {
      min-block-size: 9rem;
      padding: 0.5rem;
      font-family: ui-monospace, monospace;
      font-size: 0.75rem;
      resize: vertical;
    }
    .pair,
    li {
      display: flex;
      gap: 0.5rem;
      justify-content: space-between;
    }
    .pair input {
      flex: 1;
    }
    .pair button {
      flex: none;
      inline-size: auto;
    }
    .preview {
      padding: 1.5rem 2rem;
      background: light-dark(#fff, #121214);
      color: light-dark(#1b1b1f, #ececf0);
    }
    @media (width < 50rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  /** Sends the requests of the hub. */
  declare fetch: typeof fetch | undefined;
  #theme = themeOf(location.hash);
  #status = '';
  #contrasts: readonly { readonly label: string; readonly contrast: number }[] = [];

  protected override render() {
    const { mode, accent, background, radius, density, font } = this.#theme;
    const option = (value: string, text: string, current: string) =>
      html`<option value=${value} ?selected=${value === current}>${text}</option>`;
    return html`
      <form @input=${this.#take} @submit=${(event: Event) => event.preventDefault()}>
        <h1>Theme studio</h1>
        ${this.#renderColor('accent', 'Brand color', accent, '#1f1f24')}
        ${this.#renderColor('background', 'Background', background, '#ffffff')}
        <label>
          Mode
          <select name="mode">
            ${option('auto', 'As the page', mode)} ${option('light', 'Light', mode)} ${option('dark', 'Dark', mode)}
          </select>
        </label>
        <label>Radius: ${radius} px <input name="radius" type="range" min="0" max="24" .value=${String(radius)} /></label>
        <label>
          Density
          <select name="density">${option('cozy', 'Cozy', density)} ${option('compact', 'Compact', density)}</select>
        </label>
        <label>
          Font
          <select name="font">
            ${option('', 'As the page', font)} ${option('Georgia, serif', 'Serif', font)}
            ${option('ui-rounded, system-ui', 'Rounded', font)} ${option('ui-monospace, monospace', 'Monospace', font)}
          </select>
        </label>
        <section aria-label="Contrast">
          <h2>Contrast</h2>
          <ul>
            ${this.#contrasts.map(
              ({ label, contrast }) =>
                html`<li>${label} <span>${contrast.toFixed(1)}:1 ${contrast >= minContrast ? '✓' : 'too low'}</span></li>`,
            )}
          </ul>
        </section>
        ${this.#renderCode('CSS', cssOf(this.#theme))} ${this.#renderCode('Attributes', attributesOf(this.#theme))}
        <button type="button" @click=${() => this.#copy(this.#link)}>Copy link</button>
        <button type="button" @click=${() => this.#set(defaultTheme)}>Reset</button>
        <p role="status">${this.#status}</p>
      </form>
      <main class="preview">
        <agni-provider base-url="/" .fetch=${this.fetch} @agni-ready=${() => this.requestUpdate()}><agni-settings></agni-settings></agni-provider>
      </main>
    `;
  }

  #renderColor(name: 'accent' | 'background', label: string, value: string, initial: string) {
    return html`<label>
      ${label}
      <span class="pair">
        <input name=${name} type="color" .value=${value || initial} />
        <button type="button" aria-label="Clear ${label}" @click=${() => this.#set({ ...this.#theme, [name]: '' })}>
          Clear
        </button>
      </span>
    </label>`;
  }

  #renderCode(label: string, code: string) {
    return html`<label>${label} <textarea readonly .value=${code}></textarea></label>
      <button type="button" @click=${() => this.#copy(code)}>Copy ${label}</button>`;
  }

  get #link(): string {
    return new URL(`#${hashOf(this.#theme)}`, location.href).href;
  }

  protected override async updated(_changed: PropertyValues): Promise<void> {
    const preview = this.renderRoot.querySelector<HTMLElement>('.preview');
    const provider = preview?.querySelector('agni-provider');
    if (!preview || !provider) return;
    provider.removeAttribute('style');
    for (const [name, value] of tokensOf(this.#theme)) provider.style.setProperty(name, value);
    preview.style.colorScheme = this.#theme.mode === 'auto' ? '' : this.#theme.mode;
    preview.style.background = this.#theme.background;
    await new Promise(requestAnimationFrame);
    const hub = provider.querySelector('agni-settings');
    if (hub?.shadowRoot) this.#measure(hub.shadowRoot);
  }

  #measure(hub: ShadowRoot): void {
    const roots = [hub, ...[...hub.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const find = (part: string) =>
      roots.map((root) => root.querySelector(`[part~=${part}]`)).find((element) => element !== null);
    const contrasts = samples.flatMap(([label, part]) => {
      const element = find(part);
      return element ? [{ label, contrast: contrastOf(element) }] : [];
    });
    if (JSON.stringify(contrasts) === JSON.stringify(this.#contrasts)) return;
    this.#contrasts = contrasts;
    this.requestUpdate();
  }

  readonly #take = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    if (name in defaultTheme) this.#set({ ...this.#theme, [name]: name === 'radius' ? Number(value) : value });
  };

  #set(theme: Theme): void {
    this.#theme = theme;
    this.#status = '';
    history.replaceState(history.state, '', `#${hashOf(theme)}`);
    this.requestUpdate();
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#status = 'Copied';
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.#status = 'The browser blocks copying. Select the text and copy it.';
    }
    this.requestUpdate();
  }
}
