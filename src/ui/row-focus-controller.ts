import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps a reader's place in a list that changes under them: where a row moves, what had the focus in it has it again;
 * where the row goes, the one that took its place gets it.
 */
export class RowFocusController implements ReactiveController {
  readonly #host: LitElement;
  #place: { readonly focused: HTMLElement; readonly index: number } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get #root(): ShadowRoot | undefined {
    return this.#host.renderRoot as ShadowRoot | undefined;
  }

  get #rows(): Element[] {
    return [...(this.#root?.querySelectorAll('[part=row]') ?? [])];
  }

  hostUpdate(): void {
    const focused = this.#root?.activeElement as HTMLElement | null | undefined;
    const row = focused?.closest('[part=row]');
    this.#place = focused && row ? { focused, index: this.#rows.indexOf(row) } : undefined;
  }

  hostUpdated(): void {
    if (!this.#place || this.#root?.activeElement) return;
    const { focused, index } = this.#place;
    const rows = this.#rows;
    const row = rows[Math.min(index, rows.length - 1)];
    const target = focused.isConnected ? focused : row?.querySelector<HTMLElement>('button, summary');
    (target ?? this.#host).focus();
  }
}
