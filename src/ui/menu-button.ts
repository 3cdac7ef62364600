import { html } from 'lit';

/**
 * The button at the end of a row that opens the row's menu. Its accessible name says of what, such as "Actions for Ada". Its
 * `value` is the arrow key that opened the menu, which decides whether the first or the last item gets the focus.
 */
export function menuButton(label: string, open: (button: HTMLButtonElement) => void) {
  const press = (event: Event) => {
    const { key = '' } = event as Partial<KeyboardEvent>;
    if (event.type === 'keydown' && key !== 'ArrowDown' && key !== 'ArrowUp') return;
    event.preventDefault();
    const button = event.currentTarget as HTMLButtonElement;
    button.value = key;
    open(button);
  };
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
