import { html, nothing } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { chevronDown, icon } from '../../ui/icon.js';
import { isPlainClick } from '../../ui/plain-click.js';
import type { en } from './en.js';
import type { NavigationItem } from './navigation-items.js';

/** State and actions of the navigation. */
export interface Navigation {
  readonly items: readonly NavigationItem[];
  readonly current: NavigationItem | undefined;
  /** Whether the menu of a narrow hub is open. */
  readonly isOpen: boolean;
  isUnsaved(item: NavigationItem): boolean;
  toggle(): void;
  /** Called when the user will probably go to a pane. */
  prefetch(item: NavigationItem): void;
  go(item: NavigationItem): void;
  /** Address of a pane. */
  href(id: string): string;
}

/** Links to every pane: a list in groups, or in a narrow hub a menu that opens in place. */
export function navigation(nav: Navigation, { t }: Locale<typeof en>) {
  const { items, current, isOpen } = nav;
  const closeMenu = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    (event.currentTarget as Element).querySelector('button')?.focus();
    nav.toggle();
  };
  return html`<nav part="nav" aria-label=${t('heading')} @keydown=${closeMenu}>
    <button class="menu secondary" part="button" aria-expanded=${isOpen} aria-controls="items" @click=${nav.toggle}>
      ${current ? icon(current.icon) : nothing}
      <span><span class="hidden">${t('menu')}</span> ${current?.label}</span>
      ${icon(chevronDown, 'open')}
    </button>
    <div id="items" class=${isOpen ? 'open' : nothing}>
      ${[...Map.groupBy(items, ({ group }) => group)].map(
        ([group, panes], index) => html`
          ${group ? html`<p id="group-${index}" class="group">${t(`group.${group}` as keyof typeof en)}</p>` : nothing}
          <ul role="list" aria-labelledby=${group ? `group-${index}` : nothing}>
            ${panes.map((item) => html`<li>${link(item, nav)}</li>`)}
          </ul>
        `,
      )}
    </div>
    <span id="unsaved" hidden>${t('unsaved')}</span>
  </nav>`;
}

function link(item: NavigationItem, nav: Navigation) {
  const isCurrent = item === nav.current;
  const isUnsaved = nav.isUnsaved(item);
  const go = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    nav.go(item);
  };
  return html`<a
    class="button"
    part=${isCurrent ? 'nav-item nav-item-current' : 'nav-item'}
    href=${nav.href(item.id)}
    aria-current=${isCurrent ? 'page' : nothing}
    aria-describedby=${isUnsaved ? 'unsaved' : nothing}
    @click=${go}
    @pointerenter=${() => nav.prefetch(item)}
    @focus=${() => nav.prefetch(item)}
  >
    ${icon(item.icon)} <span>${item.label}</span> ${isUnsaved ? html`<i class="mark"></i>` : nothing}
  </a>`;
}
