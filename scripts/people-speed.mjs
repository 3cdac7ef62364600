// `npm run bench`, second part: how an organization of 10,000 people compares with one of 20, at the server and in the
// page, medians of interleaved samples of one run. What takes longer than `most` times as long is over budget.
import { chromium } from 'playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { place, serve } from './built-server.mjs';

const most = 1.2;
const rounds = 60;
/** Milliseconds the pane waits for another key before it asks. */
const typingPause = 300;

/** A workspace of so many people; answers its owner's token. */
async function workspaceOf(origin, users) {
  const response = await fetch(`${origin}/__sandbox/workspaces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ users }),
  });
  const { accounts } = await response.json();
  return { users, token: accounts.find(({ role }) => role === 'OWNER').access_token };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Takes turns between the two, so that whatever else the machine does hits both. */
async function compare(name, [small, large], sample, count = rounds) {
  const taken = [[], []];
  for (let round = -3; round < count; round++) {
    const order = round % 2 ? [small, large] : [large, small];
    for (const workspace of order) {
      const milliseconds = await sample(workspace, round);
      if (round >= 0) taken[workspace === small ? 0 : 1].push(milliseconds); // the first ones warm up
    }
  }
  const [a, b] = taken.map(median);
  const ratio = b / a;
  const isOver = ratio > most;
  console.log(
    `  ${name.padEnd(34)}${a.toFixed(2).padStart(9)}${b.toFixed(2).padStart(9)}${ratio.toFixed(2).padStart(7)}${isOver ? '  over budget' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}

/** Texts that were not looked for yet, as somebody types them. */
const texts = [
  'amara',
  'bruno',
  'chiara',
  'dmitri',
  'esme',
  'farid',
  'greta',
  'hugo',
  'ines',
  'jamal',
  'keiko',
  'castro',
];
const keystrokes = texts.flatMap((text) => [...text].map((_, index) => text.slice(0, index + 1)));
const keystroke = (round) => keystrokes[(round + keystrokes.length) % keystrokes.length];

const server = await serve();
const browser = await chromium.launch({ executablePath: browserPath('chromium'), args: chromiumArgs });
try {
  const pair = [await workspaceOf(server.origin, 20), await workspaceOf(server.origin, 10_000)];
  const ask = async ({ token }, query) => {
    const start = performance.now();
    const response = await fetch(`${server.origin}/api/v1/users?limit=20&${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.text();
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    return performance.now() - start;
  };
  console.log(`\nmilliseconds, medians of ${rounds}${' '.repeat(12)}20 people   10,000  ratio  (at most ${most})`);
  await compare('server: first page', pair, (one) => ask(one, ''));
  await compare('server: page in the middle', pair, (one) => ask(one, one.users > 20 ? 'offset=5000' : ''));
  await compare('server: last page', pair, (one) => ask(one, one.users > 20 ? 'offset=9980' : ''));
  await compare('server: a key typed into the search', pair, (one, round) => ask(one, `search=${keystroke(round)}`));
  await compare('server: one role', pair, (one) => ask(one, 'role=ADMIN'));

  const page = await browser.newPage();
  const body =
    '<!doctype html><html lang="en"><title>Users</title><script type="module" src="/cdn/agni-settings.js"></script><body>';
  await page.goto(await place(page, server.origin, body));
  /** Puts the pane of a workspace on the page; answers milliseconds until its rows are drawn. */
  const show = ({ token }) =>
    page.evaluate(async (accessToken) => {
      document.querySelector('agni-provider')?.remove();
      const start = performance.now();
      const provider = document.createElement('agni-provider');
      provider.setAttribute('base-url', '/');
      await customElements.whenDefined('agni-provider');
      provider.getToken = () => accessToken;
      const pane = document.createElement('agni-users');
      const isReady = new Promise((resolve) => pane.addEventListener('agni-ready', resolve, { once: true }));
      provider.append(pane);
      document.body.append(provider);
      await isReady;
      await new Promise(requestAnimationFrame);
      return performance.now() - start;
    }, token);
  /** Does something in the pane that is shown; answers milliseconds until other rows are drawn. */
  const turn = (act, text) =>
    page.evaluate(
      async ([how, typed]) => {
        const { renderRoot: root } = document.querySelector('agni-users');
        const isAsking = () => root.querySelector('table')?.ariaBusy === 'true';
        const start = performance.now();
        if (how === 'search') {
          const field = root.querySelector('[name=search]');
          field.value = typed;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        } else root.querySelector(`.pager button:nth-of-type(${how === 'next' ? 2 : 1})`).click();
        do await new Promise(requestAnimationFrame);
        while (isAsking());
        return performance.now() - start;
      },
      [act, text],
    );
  await compare('page: first rows shown', pair, show, 30);
  const large = await workspaceOf(server.origin, 10_000);
  const few = await workspaceOf(server.origin, 60); // twenty people have no second page
  await compare(
    'page: next page (60 and 10,000)',
    [few, large],
    async (one) => {
      await show(one);
      return turn('next');
    },
    20,
  );
  await compare(
    'page: a key typed, beyond the pause',
    pair,
    async (one, round) => {
      await show(one);
      return (await turn('search', keystroke(round))) - typingPause;
    },
    20,
  );
} finally {
  await browser.close();
  await server.stop();
}
