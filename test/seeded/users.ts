import type { Defect } from './defect.js';

const users = { file: 'src/elements/users/agni-users.ts', tests: ['test/elements/users/afterwards.test.ts'] };
const pending = {
  file: 'src/elements/users/pending-invitations.ts',
  tests: ['test/elements/users/afterwards.test.ts'],
};

export const defects: readonly Defect[] = [
  {
    ...pending,
    id: 'users-focus-after-resending',
    breaks: 'the focus is pulled back from a user who moved on while invitations were resent',
    find: 'if (document.activeElement === document.body) await focusRow(pane, 0);',
    replace: 'await focusRow(pane, 0);',
  },
  {
    ...pending,
    id: 'users-failure-of-former-attempt',
    breaks: '"Not resent" stays at an invitation that was resent at the second attempt',
    find: '    this.#failures.delete(id);\n',
    replace: '',
  },
  {
    file: 'src/elements/users/remove-user.ts',
    tests: users.tests,
    id: 'users-disabled-owner-leaves',
    breaks: '"Only one owner is left then" when a disabled owner is removed',
    find: " && status !== 'DISABLED'",
    replace: '',
  },
  {
    ...users,
    id: 'users-count-after-removal',
    breaks: 'the number of members in the tab stays after one was removed from a filtered list',
    find: "    this.addEventListener('agni-user-removed', () => {\n      this.#memberCount = undefined;\n    });\n",
    replace: '',
  },
  {
    ...users,
    id: 'users-tab-of-former-user',
    breaks: 'the next user begins in the tab that the former one had open',
    find: "    this.#memberCount = undefined;\n    this.#tab = 'users';\n",
    replace: '    this.#memberCount = undefined;\n',
  },
  {
    ...users,
    id: 'users-filter-of-page-added',
    breaks: 'a filter set by the page is combined with the search of before, and finds too few',
    find: '{ ...allUsers, ...filter }',
    replace: '{ ...this.#members.filter, ...filter }',
  },
  {
    ...users,
    file: 'src/elements/users/dialogs-context.ts',
    id: 'users-focus-after-recheck',
    breaks: 'the focus is pulled to the heading from a user who went on to another control',
    find: ' || (pane.renderRoot as ShadowRoot).activeElement) return;',
    replace: ') return;',
  },
  {
    file: 'src/elements/users/user-export.ts',
    tests: users.tests,
    id: 'users-export-without-filter',
    breaks: 'the file has all users, where the list shows a few',
    find: '{ ...query, ...asked }',
    replace: '{ ...asked, ...query, search: undefined }',
  },
  {
    file: 'src/elements/users/change-role.ts',
    tests: ['test/elements/users/editing.test.ts'],
    id: 'users-owner-by-admin',
    breaks: 'an admin is offered to make an owner, which the server refuses',
    find: "!(isAdmin && id === 'OWNER')",
    replace: '!(isAdmin && !id)',
  },
];
