// Part of `npm run bench`: milliseconds until the organization is shown, on a CPU slowed down four times and with an
// API that answers after 50 ms, compared with a hand-written page with the same requests, facts and fields. Also the
// longest task while the kit loads, and for several elements how many requests wait for others. Needs a build, as
// scripts/size.mjs does.
import { measureBuilt, place, signIn } from './built-server.mjs';

const rounds = 9;
const slowdown = 4;
const apiDelayMs = 50;
const tag = 'agni-org-settings';

const pageWith = (head, body) =>
  `<!doctype html><html lang="en"><title>Organization</title>${head}<body>${body}</body></html>`;
const kitPage = (element, attributes = '') =>
  pageWith(
    '<script type="module" src="/cdn/agni-settings.js"></script>',
    `<agni-provider base-url="/" auth-mode="cookie" ${attributes}><${element}></${element}></agni-provider>`,
  );
const plainPage = pageWith('<script type="module" src="/bench.js"></script>', '<main></main>');

/** The script of the hand-written page: sends the kit's requests, in sequence where the kit does, then renders once. */
const plainScript = `
const read = async (path) => {
  const body = await (await fetch('/api/v1' + path, { credentials: 'include' })).json();
  return body.data ?? body;
};
const regions = read('/organizations/regions');
const me = await read('/users/me');
const organization = await read('/organizations/profile/' + me.organization_id);
await regions;
const row = (name, value) => { const p = document.createElement('p'); p.append(name + ': ', value); return p; };
const field = (name, value) => { const input = document.createElement('input'); input.value = value ?? ''; return row(name, input); };
document.querySelector('main').append(
  ...['plan_name', 'sub_status', 'period_end', 'max_members', 'max_agents', 'max_concurrency', 'api_rate_limit', 'id'].map((key) => row(key, String(organization[key]))),
  ...['name', 'website', 'allowed_email_domains', 'region_id'].map((key) => field(key, organization[key])),
);
document.body.getBoundingClientRect();
dispatchEvent(new Event('agni-ready'));
`;

/** Runs in the page before its scripts: records when the data is laid out, and long tasks until then. */
function watch() {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  });
  window.ready = new Promise((resolve, reject) => {
    addEventListener('agni-ready', () => {
      document.body.getBoundingClientRect();
      resolve(performance.now());
    });
    addEventListener('agni-load-error', ({ detail }) => reject(new Error(JSON.stringify(detail))));
    addEventListener('error', ({ error }) => reject(error));
  });
}

/** Opens a page in a context of its own. */
async function open(browser, origin, storageState, body, { delayAllMs = 0 } = {}) {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const after = async (route, milliseconds) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue();
  };
  if (delayAllMs) await page.route('**/*', (route) => after(route, delayAllMs));
  else await page.route('**/api/**', (route) => after(route, apiDelayMs));
  await page.route(`${origin}/bench.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: plainScript }),
  );
  await page.addInitScript(watch);
  const address = await place(page, origin, body);
  return { context, page, address };
}

/** Milliseconds until a page shows its data, and its longest task until then. */
async function measure(browser, origin, storageState, body) {
  const { context, page, address } = await open(browser, origin, storageState, body);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address, { waitUntil: 'commit' });
  const result = await page.evaluate(async () => {
    const milliseconds = await window.ready;
    await new Promise((resolve) => setTimeout(resolve)); // long tasks are reported after they end
    const tasks = window.tasks.filter(({ startTime }) => startTime < milliseconds);
    return { milliseconds, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
  });
  await context.close();
  return result;
}

/** Every request until the data is shown, with its step: 1 for requests that wait only for the page. */
async function steps(browser, origin, storageState, body) {
  const step = 300;
  const { context, page, address } = await open(browser, origin, storageState, body, { delayAllMs: step });
  await page.goto(address, { waitUntil: 'commit' });
  const starts = await page.evaluate(async () => {
    const end = await window.ready;
    return performance
      .getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd && responseEnd <= end)
      .map(({ name, startTime }) => [new URL(name).pathname, startTime]);
  });
  await context.close();
  const [, first = 0] = starts[0] ?? [];
  return starts.map(([path, start]) => [path, 1 + Math.floor((start - first) / step)]);
}

/** Id of the organization of the signed-in user. */
async function organizationOf(browser, origin, storageState) {
  const context = await browser.newContext({ storageState });
  const { data } = await (await context.request.get(`${origin}/api/v1/users/me`)).json();
  await context.close();
  return data.organization_id;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

await measureBuilt(async (browser, origin) => {
  const state = await signIn(browser, origin);
  const taken = { kit: [], plain: [] };
  for (let round = -1; round < rounds; round++) {
    const pages = Object.entries({ kit: kitPage(tag), plain: plainPage });
    for (const [name, body] of round % 2 ? pages : pages.reverse()) {
      const result = await measure(browser, origin, state, body);
      if (round >= 0) taken[name].push(result); // the first rounds warm up
    }
  }
  const time = (name) => median(taken[name].map(({ milliseconds }) => milliseconds));
  console.log(`\n<${tag}>, CPU slowed down ${slowdown} times, API after ${apiDelayMs} ms, medians of ${rounds}`);
  console.log(
    `  milliseconds to data       ${time('kit').toFixed(0)}, page written by hand ${time('plain').toFixed(0)}`,
  );
  console.log(`  ratio                      ${(time('kit') / time('plain')).toFixed(2)}`);
  console.log(`  longest task               ${median(taken.kit.map(({ longest }) => longest)).toFixed(0)} ms`);
  console.log('\nRequests in the steps in which they start, where each answer takes one step');
  const id = await organizationOf(browser, origin, state);
  const pages = [[tag], [tag, `org-id="${id}"`], ['agni-api-keys'], ['agni-users'], ['agni-settings']];
  for (const [element, attributes] of pages) {
    console.log(`  <${element}>${attributes ? ` with ${attributes}` : ''}`);
    for (const [path, step] of await steps(browser, origin, state, kitPage(element, attributes)))
      console.log(`    ${step}  ${path}`);
  }
});
