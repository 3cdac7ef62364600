import { html, nothing } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { chevronDown, icon } from '../../ui/icon.js';
import type { en } from './en.js';
import { grouped, type NavigationItem } from './navigation-items.js';
import { pageUrl } from './page-hash.js';
import { paneIcons } from './pane-icons.js';

/** What the navigation shows, and what it's told. */
export interface Navigation {
  readonly entries: readonly NavigationItem[];
  readonly current: NavigationItem | undefined;
  /** Where it's narrow the entries are a menu, and this is whether it's open. */
  readonly isOpen: boolean;
  isUnsaved(entry: NavigationItem): boolean;
  groupLabel(group: string): string;
  toggle(): void;
  /** Somebody is about to go there. */
  intend(entry: NavigationItem): void;
  go(entry: NavigationItem): void;
}

/** The way to every pane: a list in groups, or where it's narrow a menu that opens in place. */
export function navigation(nav: Navigation, { t }: Locale<typeof en>) {
  const { entries, current, isOpen } = nav;
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    (event.currentTarget as Element).querySelector('button')?.focus();
    nav.toggle();
  };
  return html`<nav part="nav" aria-label=${t('heading')} @keydown=${leave}>
    <button class="menu secondary" part="button" aria-expanded=${isOpen} aria-controls="entries" @click=${nav.toggle}>
      ${current ? icon(paneIcons[current.icon]) : nothing}
      <span><span class="hidden">${t('menu')}</span> ${current?.label}</span>
      ${icon(chevronDown, 'open')}
    </button>
    <div id="entries" class=${isOpen ? 'open' : nothing}>
      ${[...grouped(entries)].map(
        ([group, users], index) => html`
          ${group ? html`<p id="group-${index}" class="group">${nav.groupLabel(group)}</p>` : nothing}
          <ul role="list" aria-labelledby=${group ? `group-${index}` : nothing}>
            ${users.map((entry) => html`<li>${link(entry, nav)}</li>`)}
          </ul>
        `,
      )}
    </div>
    <span id="unsaved" hidden>${t('unsaved')}</span>
  </nav>`;
}

function link(entry: NavigationItem, nav: Navigation) {
  const isUnsaved = nav.isUnsaved(entry);
  const go = (event: MouseEvent) => {
    // A new tab or window is the browser's to open.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    nav.go(entry);
  };
  return html`<a
    part="nav-item"
    href=${pageUrl(entry.id)}
    aria-current=${entry === nav.current ? 'page' : nothing}
    aria-describedby=${isUnsaved ? 'unsaved' : nothing}
    @click=${go}
    @pointerenter=${() => nav.intend(entry)}
    @focus=${() => nav.intend(entry)}
  >
    ${icon(paneIcons[entry.icon])} <span>${entry.label}</span> ${isUnsaved ? html`<i class="mark"></i>` : nothing}
  </a>`;
}
