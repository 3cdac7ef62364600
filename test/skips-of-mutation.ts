/** Set up for every file of tests in `npm run test:mutation`: skips those that can't share a page, need a browser, or last. */
import { beforeEach } from 'vitest';

const skipped = [
  // What only a browser does: its own fetch, its locks, its prototypes, its message of a header that it refuses.
  /with a lock that other tabs share/,
  /works with the browser’s own fetch as an option/,
  /added to the prototypes of objects and arrays/,
  /after a token or header with characters that no request can carry/,
  // What the files before have loaded or registered.
  /in a language that is not registered/,
  /a language without words/,
  /because it returns nothing is named/,
  /setup key or the recovery codes were copied or downloaded/,
  /saves every user that matches as a file/,
  // Seconds each.
  /is (?:silent|mute) /,
  /150 times|50 times/,
  // Limits of time that instrumented code passes.
  /quickly however long/,
];

beforeEach(({ task, skip }) => {
  if (skipped.some((part) => part.test(task.fullTestName))) skip();
});
