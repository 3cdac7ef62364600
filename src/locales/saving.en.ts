import type { Words } from './locale.js';

/** Shared words for saving a form, loaded with the code that saves it. Keys as in `en.ts`. */
export const savingEn = {
  saving: 'Saving…',
  saved: 'Saved',
  unsaved: 'Unsaved changes',
  unchanged: 'Nothing has changed',
  perhapsSaved: "We couldn't confirm the save. We'll check again when the server responds.",
} as const satisfies Words;
