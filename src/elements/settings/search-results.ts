import { searchKey, searchWords } from '../../contract/search.js';

/** A result of the search: a pane, or a place in a pane. */
export interface Entry {
  readonly pane: string;
  /** Label of the pane. */
  readonly paneLabel: string;
  /** Empty for the pane itself. */
  readonly place: string;
  readonly label: string;
}

/** The entries in which every word of a query occurs, in their label or the pane's. Matches in the label come first. */
export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = searchWords(query);
  const holds = (text: string) => words.every((word) => searchKey(text).includes(word));
  const found = entries.filter(({ label, paneLabel }) => holds(`${paneLabel} ${label}`));
  return [...found.filter(({ label }) => holds(label)), ...found.filter(({ label }) => !holds(label))];
}
