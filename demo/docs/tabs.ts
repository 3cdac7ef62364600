// Shows groups of sections as tabs (WAI-ARIA Authoring Practices, pattern "Tabs"); a choice applies to all groups.

interface Tab {
  readonly name: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

/** The groups of the page. */
const groups: (readonly Tab[])[] = [];

/** Turns the sections of each group into tabs. */
export function makeTabs(): void {
  for (const group of document.querySelectorAll<HTMLElement>('.tabs')) groups.push(makeGroup(group));
  addEventListener('hashchange', openTarget);
  openTarget();
}

function makeGroup(group: HTMLElement): Tab[] {
  const list = document.createElement('div');
  list.role = 'tablist';
  list.ariaLabel = 'Variants';
  const tabs = [...group.querySelectorAll<HTMLElement>(':scope > section')].map(makeTab);
  list.append(...tabs.map(({ button }) => button));
  list.addEventListener('keydown', (event) => onKey(event, tabs));
  group.prepend(list);
  show(tabs, tabs[0]?.name);
  return tabs;
}

/** The heading of a section becomes its tab; the section keeps the heading's id, for links. */
function makeTab(panel: HTMLElement): Tab {
  const heading = panel.querySelector('h4') as HTMLElement;
  const name = heading.firstChild?.textContent?.trim() ?? '';
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'tab';
  button.textContent = name;
  button.id = `tab-${heading.id}`;
  panel.id = heading.id;
  panel.setAttribute('aria-labelledby', button.id);
  button.setAttribute('aria-controls', panel.id);
  heading.remove();
  button.addEventListener('click', () => choose(name, button));
  panel.addEventListener('beforematch', () => choose(name, button)); // found by the browser's find-in-page
  return { name, button, panel };
}

/** Shows a tab in every group that has it, and keeps the pressed tab at the same place on the screen. */
function choose(name: string, button: HTMLElement) {
  const { top } = button.getBoundingClientRect();
  for (const tabs of groups) if (tabs.some((tab) => tab.name === name)) show(tabs, name);
  scrollBy(0, button.getBoundingClientRect().top - top);
}

function show(tabs: readonly Tab[], name: string | undefined) {
  for (const { button, panel, name: own } of tabs) {
    const isShown = own === name;
    button.ariaSelected = String(isShown);
    button.tabIndex = isShown ? 0 : -1;
    if (isShown) panel.removeAttribute('hidden');
    else panel.setAttribute('hidden', 'until-found'); // for find-in-page; has a box, but must not be a tab stop
    panel.role = isShown ? 'tabpanel' : null;
    panel.tabIndex = isShown ? 0 : -1;
  }
}

function onKey(event: KeyboardEvent, tabs: readonly Tab[]) {
  const current = tabs.findIndex(({ button }) => button === event.target);
  const next = {
    ArrowRight: (current + 1) % tabs.length,
    ArrowLeft: (current - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }[event.key];
  const tab = next === undefined ? undefined : tabs[next];
  if (!tab) return;
  event.preventDefault();
  choose(tab.name, tab.button);
  tab.button.focus();
}

/** Opens the tab that the address names, if any. */
function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  const tab = groups.flat().find(({ panel }) => panel.id === id);
  if (!tab) return;
  choose(tab.name, tab.button);
  tab.panel.scrollIntoView();
}
