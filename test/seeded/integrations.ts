import type { Defect } from './defect.js';

const integrations = ['test/elements/integrations/integrations.test.ts'];
const connecting = ['test/elements/ghl/connecting.test.ts', 'test/elements/ghl/consent.test.ts'];
const accounts = ['test/elements/calcom/accounts.test.ts'];
const key = { file: 'src/elements/calcom/connect-account.ts', tests: accounts };

export const defects: readonly Defect[] = [
  {
    ...key,
    id: 'service-error-in-next-dialog',
    breaks: 'the dialog for the next account shows the error of the one before',
    find: "    this.#action.reset();\n    this.#form.reset();\n    this.#context.announce('');",
    replace: "    this.#context.announce('');",
  },
  {
    ...key,
    id: 'service-key-stays',
    breaks: 'the key stays in its field after an attempt',
    find: 'await run.finally(() => this.#forgetKey())',
    replace: 'await run',
  },
  {
    ...key,
    id: 'service-name-lost',
    breaks: 'an account that is reconnected loses its name',
    find: "(subject === 'new' ? typedName : subject.account_name)",
    replace: 'typedName',
  },
  {
    file: 'src/elements/calcom/agni-calcom.ts',
    tests: accounts,
    id: 'service-all-of-one',
    breaks: 'a single account offers to disconnect all accounts',
    find: 'all.length > 1 && this.#mayManage',
    replace: 'this.#mayManage',
  },
  {
    file: 'src/elements/calcom/agni-calcom.ts',
    tests: ['test/elements/calcom/tables.test.ts', ...accounts],
    id: 'service-tab-without-account',
    breaks: 'the tab of appointments stays open after the last account is gone',
    find: "    if (!this.#isConnected && !['overview', 'agents'].includes(this.#view)) this.#view = 'overview';\n",
    replace: '',
  },
  {
    file: 'src/elements/ghl/consent.ts',
    tests: connecting,
    id: 'service-blocked-window',
    breaks: 'a blocked window is not mentioned, so the user waits for nothing',
    find: "consent.hasWindow ? 'waiting' : 'blocked'",
    replace: "'waiting'",
  },
  {
    file: 'src/elements/ghl/connect.ts',
    tests: connecting,
    id: 'service-focus-pulled',
    breaks: 'focus is pulled into the pane when GoHighLevel is connected, wherever the user is',
    find: 'if (hadFocus) await this.#context.focusAction();',
    replace: 'await this.#context.focusAction();',
  },
  {
    file: 'src/elements/ghl/connect.ts',
    tests: connecting,
    id: 'service-empty-window',
    breaks: 'an empty window stays open where the host does not let the user connect',
    find: 'if (!isAllowed) opened?.close();',
    replace: '',
  },
  {
    file: 'src/elements/integrations/agni-integrations.ts',
    tests: integrations,
    id: 'service-focus-back',
    breaks: 'leaving the view of a service puts the focus on the heading instead of the button that opened the view',
    find: '(open ?? manage ?? this).focus()',
    replace: '(open ?? this).focus()',
  },
];
