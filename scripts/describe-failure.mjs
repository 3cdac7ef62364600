import { stripVTControlCharacters } from 'node:util';

/** Maximum number of lines for one failure. */
const maxLines = 12;

/**
 * Describes a failed test for the summary of a run: its name, then the first lines of its errors, without libraries.
 * @param {string} name
 * @param {string[]} errors
 */
export function describeFailure(name, errors) {
  const lines = stripVTControlCharacters(errors.join('\n'))
    .split('\n')
    .filter((line) => line.trim() && !line.includes('/node_modules/'));
  return [name, ...lines.slice(0, maxLines).map((line) => `    ${line}`)].join('\n');
}
