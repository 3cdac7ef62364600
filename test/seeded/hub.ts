import type { Defect } from './defect.js';

const hub = ['test/elements/settings/hub.test.ts'];
const search = { file: 'src/elements/settings/search.lazy.ts', tests: ['test/elements/settings/search.test.ts'] };
const hubCheckUp = {
  file: 'src/elements/settings/check-up.lazy.ts',
  tests: ['test/elements/settings/check-up.test.ts'],
};

export const defects: readonly Defect[] = [
  {
    file: 'src/elements/settings/agni-settings.ts',
    tests: hub,
    id: 'hub-mark-everywhere',
    breaks: 'every pane is marked as unsaved once one is',
    find: '!!this.#loading.element(tag)?.dirty',
    replace: 'this.dirty',
  },
  {
    file: 'src/elements/settings/agni-settings.ts',
    tests: hub,
    id: 'hub-menu-stays-open',
    breaks: 'on a phone the menu stays open above the pane that was chosen',
    find: '    this.#isMenuOpen = false;\n',
    replace: '',
  },
  {
    file: 'src/elements/settings/navigation.ts',
    tests: hub,
    id: 'hub-focus-of-menu',
    breaks: 'the focus is lost when Escape closes the menu',
    find: "    (event.currentTarget as Element).querySelector('button')?.focus();\n",
    replace: '',
  },
  {
    file: 'src/elements/settings/arrival.ts',
    tests: ['test/elements/settings/arrival.test.ts'],
    id: 'hub-focus-after-moving-on',
    breaks: 'a pane that loaded slowly pulls the focus back from a user who moved on',
    find: '      if (now !== goal.from && now !== document.body) return;\n',
    replace: '',
  },
  {
    file: 'src/elements/settings/pane-loader.ts',
    tests: ['test/elements/settings/loading.test.ts'],
    id: 'hub-second-attempt',
    breaks: 'a pane that could not be loaded twice is not tried a third time',
    find: '    this.#pending.delete(tag);\n',
    replace: '    if (customElements.get(tag)) this.#pending.delete(tag);\n',
  },
  {
    file: 'src/elements/settings/host-panes.ts',
    tests: hub,
    id: 'hub-label-of-host-pane',
    breaks: "a pane of the page keeps its former label when the page's language changes",
    find: "['slot', 'label', 'aria-label']",
    replace: "['slot']",
  },
  {
    ...search,
    id: 'search-of-last-time',
    breaks: 'the search opens with what was searched for the last time',
    find: "    this.#query = '';\n",
    replace: '',
  },
  {
    ...search,
    id: 'search-escape-goes-on',
    breaks: 'Escape in the search leads to what was chosen the last time',
    find: '    this.#chosen = undefined;\n',
    replace: '',
  },
  {
    ...hubCheckUp,
    file: 'src/elements/settings/checks.ts',
    id: 'check-up-missing-endpoint',
    breaks: '"Nothing deserves a look", although the server could not be asked',
    find: "(code === 'UNAVAILABLE' && status === 0)",
    replace: "code === 'UNAVAILABLE'",
  },
  {
    ...hubCheckUp,
    file: 'src/elements/settings/checks.ts',
    id: 'check-up-count-after-removal',
    breaks: 'the number of users without a second factor stays after one of them was removed',
    find: "'agni-user-role-changed', 'agni-user-removed'",
    replace: "'agni-user-role-changed'",
  },
];
