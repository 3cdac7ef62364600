// SEEDS=063 npx wtr --files test/walks/walks.test.ts    repeats one walk; SEEDS=0 runs the first hundred
import { Walk } from './walk.js';

/** Errors on the console, uncaught errors and unhandled rejections since the walk began. */
const errors: string[] = [];
const { error } = console;

before(() => {
  console.error = (...values) => errors.push(values.map(String).join(' '));
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
  window.open = () => null;
  // Links would leave the page of the test.
  window.addEventListener('click', (event) => {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement) as
      | HTMLAnchorElement
      | undefined;
    if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
  });
});

after(() => {
  console.error = error;
});

function note(event: ErrorEvent | PromiseRejectionEvent) {
  event.preventDefault();
  errors.push(String('reason' in event ? (event.reason?.stack ?? event.reason) : event.error?.stack));
}

const seeds = new RegExp(`^(${document.documentElement.dataset.seeds})`);
for (let seed = 0; seed < 1000; seed += 1) {
  const name = String(seed).padStart(3, '0');
  if (!seeds.test(name)) continue;
  it(`walk ${name} ends with a screen that agrees with the server`, async () => {
    const walk = new Walk(seed);
    errors.length = 0;
    try {
      await walk.run();
      if (errors.length) throw new Error(`On the console: ${errors.join('\n')}`);
    } catch (cause) {
      throw new Error(`${(cause as Error).message}\n  ${walk.trail.join(' → ')}`);
    } finally {
      walk.end();
    }
  });
}
