// Part of `npm run bench`: milliseconds that the script tag adds to a DOM mutation of a host page with 50,000 nodes,
// for added nodes with no and with 100 descendants. Pages with and without the script are measured alternately.
import { measureBuilt, place } from './built-server.mjs';

const nodes = 50_000;
const rounds = 5;
const mutations = 2000;

const script = '<script type="module" src="/cdn/agni-settings.js"></script>';
const pageWith = (head) =>
  `<!doctype html><html lang="en"><title>Host</title>${head}<body><agni-provider></agni-provider></body>`;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Opens and fills a page; resolves to a function that measures one round on the page. */
async function open(browser, origin, head) {
  const page = await browser.newPage();
  await page.goto(await place(page, origin, pageWith(head)));
  await page.evaluate(
    async ([count, hasScript]) => {
      if (hasScript) await customElements.whenDefined('agni-provider');
      const block = document.createElement('div');
      for (let index = 0; index < 99; index++) block.append(document.createElement('p'));
      for (let index = 0; index < count / 100; index++) document.body.append(block.cloneNode(true));
    },
    [nodes, !!head],
  );
  return (descendants) =>
    page.evaluate(
      async ([count, below]) => {
        const parent = document.body.lastElementChild;
        const added = document.createElement('div');
        for (let index = 0; index < below; index++) added.append(document.createElement('p'));
        const start = performance.now();
        for (let index = 0; index < count; index++) {
          parent.append(added);
          await undefined; // observers run in a microtask
          added.remove();
          await undefined;
        }
        return (performance.now() - start) / (2 * count);
      },
      [mutations, descendants],
    );
}

await measureBuilt(async (browser, origin) => {
  const [without, withScript] = [await open(browser, origin, ''), await open(browser, origin, script)];
  console.log(
    `\nmilliseconds a mutation of a page of ${nodes.toLocaleString('en')} nodes costs because of the script tag`,
  );
  for (const descendants of [0, 100]) {
    const differences = [];
    for (let round = 0; round < rounds; round++)
      differences.push((await withScript(descendants)) - (await without(descendants)));
    console.log(
      `  one node with ${String(descendants).padStart(3)} below it ${median(differences).toFixed(4).padStart(12)}`,
    );
  }
});
