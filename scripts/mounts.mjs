// Part of `npm run bench`: memory that 1,000 further mounts of an element leave behind on an open page: instances of
// the element's class, and bytes of the JavaScript heap. Needs a build, as scripts/size.mjs does.
import { measureBuilt, place, signIn } from './built-server.mjs';

const mounts = 1000;
/** Mounts before the measurement, in which the browser compiles frequently run code, which stays in memory. */
const warmUps = 1000;
/** Milliseconds until all timers of a removed element have ended, such as the check for mistakes of the host page. */
const settleMs = 3000;
const tags = ['agni-org-settings', 'agni-users'];

const body =
  '<!doctype html><html lang="en"><title>Mounts</title><script type="module" src="/cdn/agni-settings.js"></script>' +
  '<body><agni-provider base-url="/" auth-mode="cookie"></agni-provider>';

/** Runs in the page: repeatedly adds the element, waits for its data, and removes the element. */
async function mount([tag, count]) {
  const provider = document.querySelector('agni-provider');
  for (let index = 0; index < count; index++) {
    const pane = document.createElement(tag);
    const isReady = new Promise((resolve) => pane.addEventListener('agni-ready', resolve, { once: true }));
    provider.append(pane);
    await isReady;
    pane.remove();
    await new Promise((resolve) => setTimeout(resolve));
  }
}

await measureBuilt(async (browser, origin) => {
  const context = await browser.newContext({ storageState: await signIn(browser, origin) });
  console.log(`\nleft behind by ${mounts.toLocaleString('en')} mounts${' '.repeat(14)}instances    bytes`);
  for (const tag of tags) {
    const page = await context.newPage();
    await page.goto(await place(page, origin, body));
    const session = await context.newCDPSession(page);
    const bytesInUse = async () => {
      await new Promise((resolve) => setTimeout(resolve, settleMs));
      await session.send('HeapProfiler.enable');
      for (let pass = 0; pass < 3; pass++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const instances = async () => {
      const { result } = await session.send('Runtime.evaluate', {
        expression: `customElements.get('${tag}').prototype`,
        objectGroup: 'bench',
      });
      const { objects } = await session.send('Runtime.queryObjects', {
        prototypeObjectId: result.objectId,
        objectGroup: 'bench',
      });
      const { result: count } = await session.send('Runtime.callFunctionOn', {
        objectId: objects.objectId,
        functionDeclaration: 'function () { return this.length; }',
        returnByValue: true,
      });
      await session.send('Runtime.releaseObjectGroup', { objectGroup: 'bench' });
      return count.value;
    };
    await page.evaluate(mount, [tag, warmUps]);
    const before = await bytesInUse();
    await page.evaluate(mount, [tag, mounts]);
    const left = (await bytesInUse()) - before;
    console.log(`  ${tag.padEnd(40)}${String(await instances()).padStart(9)}${left.toLocaleString('en').padStart(9)}`);
    await page.close();
  }
});
