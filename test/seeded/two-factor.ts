import type { Defect } from './defect.js';

const twoFactor = {
  file: 'src/elements/two-factor/agni-two-factor.ts',
  tests: ['test/elements/two-factor/enabling.test.ts', 'test/elements/two-factor/using.test.ts'],
};
const twoFactorFlow = {
  file: 'src/elements/two-factor/two-factor-flow.ts',
  tests: ['test/elements/two-factor/enabling.test.ts', 'test/elements/two-factor/using.test.ts'],
};

export const defects: readonly Defect[] = [
  {
    ...twoFactor,
    id: 'two-factor-google-sign-in',
    breaks: 'a setup that asks a user who signs in with Google for a password',
    find: "    if (this.me.value?.auth_provider === 'google') return",
    replace: "    if (this.me.value?.auth_provider === 'anonymous') return",
  },
  {
    ...twoFactor,
    id: 'two-factor-few-codes',
    breaks: 'no warning with two recovery codes left',
    find: 'count > fewCodes',
    replace: 'count >= fewCodes',
  },
  {
    ...twoFactor,
    id: 'two-factor-note-stays',
    breaks: '"It was turned on elsewhere" stays, whatever the user does next',
    find: "      this.#setNote('');\n      (await",
    replace: '      (await',
  },
  {
    ...twoFactor,
    id: 'two-factor-note-of-former-user',
    breaks: 'the next user reads that two-factor authentication was turned on elsewhere',
    find: "onSessionChange: () => this.#setNote('')",
    replace: 'onSessionChange: () => undefined',
  },
  {
    ...twoFactorFlow,
    id: 'two-factor-error-of-former-dialog',
    breaks: 'the error of one dialog is shown in the next',
    find: '    for (const { reset } of [this.#setup, this.#codes, this.#disabling]) reset();\n    this.form.reset();\n',
    replace: '    for (const { reset } of [this.#setup, this.#codes, this.#disabling]) reset();\n',
  },
  {
    ...twoFactorFlow,
    id: 'two-factor-failure-of-former-dialog',
    breaks: '"The server failed" in a dialog that nothing was asked in yet',
    find: 'for (const { reset } of [this.#setup, this.#codes, this.#disabling]) reset();',
    replace: 'for (const { reset } of [this.#setup, this.#codes]) reset();',
  },
  {
    ...twoFactorFlow,
    id: 'two-factor-wrong-recovery-code',
    breaks: 'a wrong recovery code is called a wrong code of the app',
    find: "'code' in factor ? 'wrongCode' : 'wrongRecoveryCode'",
    replace: "'wrongCode'",
  },
  {
    ...twoFactorFlow,
    file: 'src/elements/two-factor/two-factor-machine.ts',
    tests: ['test/elements/two-factor/two-factor-machine.test.ts'],
    id: 'two-factor-late-setup',
    breaks: 'a setup key that arrives after its dialog was left opens a dialog',
    find: "      if (state.status !== 'credentials') return state;\n",
    replace: '',
  },
];
