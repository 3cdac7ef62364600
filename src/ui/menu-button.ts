import { html } from 'lit';

/**
 * Opens a menu by a click or an arrow key on its button. The button's `value` is set to the arrow key, which decides
 * whether the first or the last item gets the focus.
 */
export function openByClickOrArrow(open: (button: HTMLButtonElement) => void) {
  return (event: Event): void => {
    const { key = '' } = event as Partial<KeyboardEvent>;
    if (event.type === 'keydown' && key !== 'ArrowDown' && key !== 'ArrowUp') return;
    event.preventDefault();
    const button = event.currentTarget as HTMLButtonElement;
    button.value = key;
    open(button);
  };
}

/** The button at the end of a row that opens the row's menu. Its label names the row, as in "Actions for Ada". */
export function menuButton(label: string, open: (button: HTMLButtonElement) => void) {
  const press = openByClickOrArrow(open);
  return html`<button
    class="icon-button more"
    part="button"
    aria-label=${label}
    title=${label}
    aria-haspopup="menu"
    @click=${press}
    @keydown=${press}
  ></button>`;
}
