// A Stryker plugin that restricts Stryker to a sample of its changes: the option `sample` lists their keys.
import { relative } from 'node:path';

/** The unique key of a change: its place and its replacement. */
export function keyOf({ fileName, location: { start, end }, replacement }) {
  return [relative('.', fileName), start.line, start.column, end.line, end.column, replacement].join(':');
}

class Sample {
  static inject = ['options'];

  init = () => Promise.resolve();

  constructor({ sample }) {
    this.keys = new Set(sample);
  }

  async group(changes) {
    return [changes.map(({ id }) => id)];
  }

  async check(changes) {
    const left = { status: 'compileError', reason: 'not in the sample' };
    return Object.fromEntries(
      changes.map((change) => [change.id, this.keys.has(keyOf(change)) ? { status: 'passed' } : left]),
    );
  }
}

/** Prints each change of the sample as soon as its tests have run. */
class Progress {
  onMutantTested({ status, fileName, location, replacement }) {
    if (status !== 'CompileError')
      console.log(status, `${relative('.', fileName)}:${location.start.line}`, replacement);
  }
}

export const strykerPlugins = [
  { kind: 'Checker', name: 'sample', injectableClass: Sample },
  { kind: 'Reporter', name: 'sample', injectableClass: Progress },
];
