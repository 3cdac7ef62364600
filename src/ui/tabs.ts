import { html, nothing } from 'lit';

/** One of several views in the same place. */
export interface Tab {
  /** Unique within the element. */
  readonly id: string;
  readonly label: string;
  /** Number of items, if known: shown beside the label, and read after it. */
  readonly count?: string | undefined;
  readonly content: unknown;
  /** Whether the content has no control, so that the panel itself is a stop for the Tab key. */
  readonly isText?: boolean;
}

const isRightToLeft = (list: Element) => getComputedStyle(list).direction === 'rtl';

/** Scrolls a tab into view when it is selected or first shown, with 24 px of the content before the tab. */
const showTab = ({ currentTarget, target }: Event) => {
  const list = currentTarget as HTMLElement;
  const { offsetLeft, offsetWidth } = target as HTMLElement;
  list.scrollLeft = isRightToLeft(list) ? offsetLeft + offsetWidth + 24 - list.clientWidth : offsetLeft - 24;
};

/** Tabs with their panel. The tabs are one stop for the Tab key; arrow keys, Home and End move between them. */
export function tabs(label: string, all: readonly Tab[], selected: string, select: (id: string) => void) {
  const current = all.find(({ id }) => id === selected) ?? all[0];
  const press = (event: KeyboardEvent) => {
    const list = event.currentTarget as HTMLElement;
    const index = all.indexOf(current as Tab);
    const step = isRightToLeft(list) ? -1 : 1;
    const targets: Record<string, number> = { ArrowRight: index + step, ArrowLeft: index - step, Home: 0, End: -1 };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const { id } = all.at(target % all.length) as Tab;
    select(id);
    list.querySelector<HTMLElement>(`#${id}-tab`)?.focus();
  };
  // `tabindex=-1` keeps Firefox from making the scrolling list a stop for the Tab key.
  return html`
    <div role="tablist" tabindex="-1" aria-label=${label} @keydown=${press} @animationstart=${showTab}>
      ${all.map(
        ({ id, label: text, count }) => html`<button
          id="${id}-tab"
          type="button"
          role="tab"
          part=${id === current?.id ? 'tab tab-selected' : 'tab'}
          aria-selected=${id === current?.id}
          aria-describedby=${count ? `${id}-count` : nothing}
          aria-controls="${current?.id}-panel"
          tabindex=${id === current?.id ? 0 : -1}
          @click=${() => select(id)}
        >
          ${text}<span id="${id}-count" class="count" aria-hidden="true" ?hidden=${!count} .textContent=${count ?? ''}></span>
        </button>`,
      )}
    </div>
    <div id="${current?.id}-panel" role="tabpanel" aria-labelledby="${current?.id}-tab" tabindex=${current?.isText ? 0 : nothing}>${current?.content}</div>
  `;
}
