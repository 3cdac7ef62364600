import type { LitElement, ReactiveController } from 'lit';

/**
 * Moves focus when the row with the focus is removed from a list: the row that is now at its position gets the focus.
 * A row that only moves keeps the focus, see `keyedRows`.
 */
export class RowFocusController implements ReactiveController {
  readonly #host: LitElement;
  /** Position of the row that has the focus; -1 if none has. */
  #index = -1;

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
    const row = this.#root?.activeElement?.closest('[part=row]');
    this.#index = row ? this.#rows.indexOf(row) : -1;
  }

  hostUpdated(): void {
    if (this.#index < 0 || this.#root?.activeElement) return;
    const rows = this.#rows;
    const row = rows[Math.min(this.#index, rows.length - 1)];
    (row?.querySelector<HTMLElement>('button, summary') ?? this.#host).focus();
  }
}
