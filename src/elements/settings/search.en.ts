/** English words of the search in `<agni-settings>`. Keys in a host's messages: `settings.<key>`. */
export const searchEn = {
  searchHelp: 'Find a page or a field.',
  nothingFound: 'No settings found.',
  results: 'Results',
  close: 'Close',
} as const;
