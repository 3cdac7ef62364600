import type { Defect } from './defect.js';

const keyCreation = {
  file: 'src/elements/api-keys/key-creation.ts',
  tests: ['test/elements/api-keys/creating.test.ts', 'test/elements/api-keys/replacing.test.ts'],
};
const keyMachine = {
  file: 'src/elements/api-keys/key-creation-machine.ts',
  tests: ['test/elements/api-keys/key-creation-machine.test.ts'],
};
const keyList = { file: 'src/elements/api-keys/key-list.ts', tests: ['test/elements/api-keys/list.test.ts'] };

export const defects: readonly Defect[] = [
  {
    ...keyCreation,
    id: 'keys-ordinary-replacement',
    breaks: 'an ordinary key is to be deleted as soon as its successor is stored, while apps still use it',
    find: 'if (replacement?.isLeaked && this.#context.canDelete())',
    replace: 'if (replacement && this.#context.canDelete())',
  },
  {
    ...keyCreation,
    id: 'keys-error-of-former-dialog',
    breaks: '"The key was not created" in the form for the next key',
    find: "    this.#action.reset();\n    this.#send({ type: 'opened'",
    replace: "    this.#send({ type: 'opened'",
  },
  {
    ...keyCreation,
    id: 'keys-draft-after-cancel',
    breaks: 'what was cancelled stands in the form for the next key',
    find: '          form.reset();\n          this.#dialog.value?.close();\n',
    replace: '          this.#dialog.value?.close();\n',
  },
  {
    ...keyCreation,
    id: 'keys-form-of-former-replacement',
    breaks: 'the expiry that was chosen for one successor is chosen for the next',
    find: '    if (replacement) this.#replacementForm.reset();\n',
    replace: '',
  },
  {
    ...keyCreation,
    id: 'keys-own-date-in-the-past',
    breaks: '"The clock of this device is wrong" to a user who chose yesterday',
    find: " && this.#form.text('expires') !== 'date'",
    replace: '',
  },
  {
    ...keyMachine,
    id: 'keys-copied-stays',
    breaks: '"Copied" below an example that was not',
    find: "language: event.language, exampleNote: '' }",
    replace: 'language: event.language }',
  },
  {
    ...keyMachine,
    id: 'keys-clipboard-overwritten',
    breaks: 'the key is lost: Done is allowed after an example took its place on the clipboard',
    find: '        isCopied: false,\n        keyNote: state',
    replace: '        keyNote: state',
  },
  {
    ...keyList,
    id: 'keys-page-after-search',
    breaks: 'a search from page 2 finds nothing, because page 2 stays',
    find: '...change };\n    this.#turn(0);\n',
    replace: '...change };\n    this.#turn(this.#page);\n',
  },
  {
    ...keyList,
    file: 'src/elements/api-keys/replacement-note.ts',
    id: 'keys-old-key-still-used',
    breaks: '"Still used" of an old key that was last used before its successor was made',
    find: "used && Date.parse(used) > Date.parse(successor.created_at ?? '')",
    replace: 'used',
    tests: ['test/elements/api-keys/replacing.test.ts'],
  },
  {
    ...keyList,
    file: 'src/elements/api-keys/key-search.ts',
    id: 'keys-unending-first',
    breaks: 'keys that never end come first where the user looks for those that end soon',
    find: "byTime(first.expires_at ?? '9999', second.expires_at ?? '9999')",
    replace: 'byTime(first.expires_at, second.expires_at)',
  },
];
