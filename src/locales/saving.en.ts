import type { Words } from './locale.js';

/** Shared words that only a form needs that is being saved, loaded with what saves it. Keys as in `en.ts`. */
export const savingEn = {
  saving: 'Saving…',
  saved: 'Saved',
  unsaved: 'Unsaved changes',
  unchanged: 'Nothing has changed',
  perhapsSaved: 'It is not known whether this was saved. It is looked up as soon as the server answers again.',
} satisfies Words;
