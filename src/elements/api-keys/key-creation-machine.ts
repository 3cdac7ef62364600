import type { ApiKey } from '../../contract/api-keys.js';
import { sayAgain } from '../../ui/say-again.js';

/** The key that a new one replaces. */
export interface Replacement {
  readonly old: ApiKey;
  readonly isLeaked: boolean;
}

/** The result of an attempt to copy something; `overwritten`: an example replaced the key on the clipboard. */
type CopyResult = '' | 'copied' | 'notCopied' | 'overwritten';

/** The result of the last attempt; {@link sayAgain} adds a space if it is the same as that of the attempt before. */
export type CopyNote = CopyResult | `${CopyResult}\u00a0`;

/** The note on an attempt to copy. `before` is the note on the previous attempt. */
export function noteOf(isCopied: boolean, before: CopyNote): CopyNote {
  return sayAgain(isCopied ? 'copied' : 'notCopied', before);
}

/** The text of a note. */
export function noteText(note: CopyNote, words: Readonly<Partial<Record<CopyResult, string>>>): string {
  const result = note.trim() as CopyResult;
  return `${words[result] ?? ''}${note.slice(result.length)}`;
}

/** The state of the dialog that creates a key. The state does not contain the secret: the action's result does. */
export type CreationState =
  | { readonly status: 'closed' }
  /** Asks for name and expiry. */
  | { readonly status: 'form'; readonly replacement: Replacement | undefined; readonly isPending: boolean }
  /** Shows the new key, once. */
  | {
      readonly status: 'secret';
      readonly replacement: Replacement | undefined;
      readonly isCopied: boolean;
      /** The user confirmed that the key is stored. */
      readonly isStored: boolean;
      readonly keyNote: CopyNote;
      readonly exampleNote: CopyNote;
      /** Id of the example that is shown. */
      readonly language: string;
    };

export type CreationEvent =
  | { readonly type: 'opened'; readonly replacement?: Replacement | undefined }
  | { readonly type: 'leakChosen'; readonly isLeaked: boolean }
  | { readonly type: 'submitted' }
  /** The request is over, or the host cancelled it. */
  | { readonly type: 'settled' }
  | { readonly type: 'created' }
  | { readonly type: 'keyCopied' | 'exampleCopied'; readonly isCopied: boolean }
  | { readonly type: 'stored'; readonly isStored: boolean }
  | { readonly type: 'languageChosen'; readonly language: string }
  /** The user closes the dialog. */
  | { readonly type: 'closed' }
  /** The user changed or signed out, the element was removed, or the page was left. */
  | { readonly type: 'forgotten' };

const unsaved = {
  status: 'secret',
  isCopied: false,
  isStored: false,
  keyNote: '',
  exampleNote: '',
  language: 'curl',
} as const;

/** No dialog is open. */
export const closed: CreationState = { status: 'closed' };

/** Whether the key would be lost if the dialog closed. */
export function isUnsaved(state: CreationState): boolean {
  return state.status === 'secret' && !state.isCopied && !state.isStored;
}

/** Whether the request is under way. */
export function isPending(state: CreationState): boolean {
  return state.status === 'form' && state.isPending;
}

/** The state after an event. An event that does not apply to the state changes nothing. */
export function reduce(state: CreationState, event: CreationEvent): CreationState {
  switch (event.type) {
    case 'forgotten':
      return closed;
    case 'closed':
      return isPending(state) || isUnsaved(state) ? state : closed;
    case 'opened':
      if (isPending(state) || state.status === 'secret') return state;
      return { status: 'form', replacement: event.replacement, isPending: false };
  }
  if (state.status === 'form') return reduceForm(state, event);
  return state.status === 'secret' ? reduceSecret(state, event) : state;
}

function reduceForm(state: Extract<CreationState, { status: 'form' }>, event: CreationEvent): CreationState {
  const { replacement } = state;
  switch (event.type) {
    case 'leakChosen':
      return replacement ? { ...state, replacement: { ...replacement, isLeaked: event.isLeaked } } : state;
    case 'submitted':
    case 'settled':
      return { ...state, isPending: event.type === 'submitted' };
    case 'created':
      return { ...unsaved, replacement };
    default:
      return state;
  }
}

function reduceSecret(state: Extract<CreationState, { status: 'secret' }>, event: CreationEvent): CreationState {
  switch (event.type) {
    case 'stored':
      return { ...state, isStored: event.isStored };
    case 'languageChosen':
      return { ...state, language: event.language, exampleNote: '' };
    case 'keyCopied': {
      const isCopied = event.isCopied || state.isCopied;
      return { ...state, isCopied, keyNote: noteOf(event.isCopied, state.keyNote), exampleNote: '' };
    }
    case 'exampleCopied': {
      const exampleNote = noteOf(event.isCopied, state.exampleNote);
      if (!event.isCopied) return { ...state, exampleNote };
      // There is one clipboard: the example replaces the key.
      return {
        ...state,
        isCopied: false,
        keyNote: state.isCopied ? 'overwritten' : state.keyNote,
        exampleNote,
      };
    }
    default:
      return state;
  }
}
