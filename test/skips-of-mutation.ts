/** Setup file of `npm run test:mutation`: skips tests that can't share a page, need a browser, or take too long. */
import { beforeEach } from 'vitest';

const skipped = [
  // Tests of browser features: fetch, locks, prototypes, and the message about a refused header.
  /with a lock that other tabs share/,
  /without the lock if another tab keeps it/,
  /works with the browser’s own fetch as an option/,
  /added to the prototypes of objects and arrays/,
  /after a token or header with characters that no request can carry/,
  // Tests that fail after earlier files on the same page have loaded parts or registered languages.
  /in a language that is not registered/,
  /a language without words/,
  /because it returns nothing is named/,
  /setup key or the recovery codes were copied or downloaded/,
  /<agni-users>, the export/,
  // Tests that take seconds each.
  /is (?:silent|mute) /,
  /150 times|50 times/,
  // Tests with time limits that instrumented code exceeds.
  /quickly however long/,
];

beforeEach(({ task, skip }) => {
  if (skipped.some((part) => part.test(task.fullTestName))) skip();
});
