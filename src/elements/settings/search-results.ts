import { searchKey, searchWords } from '../../contract/search.js';

/** A pane, or a place in one, as the search lists it. */
export interface Entry {
  readonly pane: string;
  /** Label of the pane. */
  readonly paneLabel: string;
  /** Empty for the pane itself. */
  readonly place: string;
  readonly label: string;
}

/** The entries in which every word of a query occurs, in the label or that of the pane: matches of the label first. */
export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = searchWords(query);
  const holds = (text: string) => words.every((word) => searchKey(text).includes(word));
  const found = entries.filter(({ label, paneLabel }) => holds(`${paneLabel} ${label}`));
  return [...found.filter(({ label }) => holds(label)), ...found.filter(({ label }) => !holds(label))];
}
