// `npm run bench`, second part: how an organization of 10,000 people compares with one of 20, at the server and in the
// page, medians of interleaved samples of one run. What takes longer than `most` times as long is over budget.
import { chromium } from 'playwright';
import { browserPath, chromiumArgs } from './browsers.mjs';
import { place, serve } from './built-server.mjs';

const most = 1.2;
const rounds = 50;
const warmUps = 3;

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
  for (let round = -warmUps; round < count; round++) {
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
    `  ${name.padEnd(40)}${a.toFixed(2).padStart(9)}${b.toFixed(2).padStart(9)}${ratio.toFixed(2).padStart(7)}${isOver ? '  over budget' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}

/**
 * People of both organizations. Their names are typed on from the third letter: what fewer letters find is one row in the
 * one organization and a page full in the other, so that it says more about rows than about people.
 */
const names = [
  'kofi mensah',
  'yuki tanabe',
  'priya raman',
  'jonas weber',
  'elif kaya',
  'mara duarte',
  'ben lindqvist',
  'ada osei',
];
const keystrokes = names
  .flatMap((name) => [...name].slice(2).map((_, index) => name.slice(0, index + 3)))
  .filter((text) => !text.endsWith(' '));
/** One that wasn't looked for yet, each round; rounds below 0 warm up. */
const keystroke = (round) => keystrokes[round + warmUps];

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
  console.log(`\nmilliseconds, medians of ${rounds}${' '.repeat(18)}20 people   10,000  ratio  (at most ${most})`);
  await compare('server: first page', pair, (one) => ask(one, ''));
  await compare('server: page in the middle', pair, (one) => ask(one, one.users > 20 ? 'offset=5000' : ''));
  await compare('server: last page', pair, (one) => ask(one, one.users > 20 ? 'offset=9980' : ''));
  await compare('server: a key typed into the search', pair, (one, round) => ask(one, `search=${keystroke(round)}`));
  await compare('server: one role', pair, (one) => ask(one, 'role=ADMIN'));
  await compare('server: by name', pair, (one) => ask(one, 'sort=name'));
  await compare('server: by last sign-in', pair, (one) => ask(one, 'sort=-last_login'));

  const page = await browser.newPage();
  const body =
    '<!doctype html><html lang="en"><title>Users</title><script type="module" src="/cdn/agni-settings.js"></script><body>';
  await page.goto(await place(page, server.origin, body));
  /** Puts the pane of a workspace on the page; answers milliseconds until its rows are laid out. */
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
      pane.getBoundingClientRect(); // lays out, without waiting for the next frame
      return performance.now() - start;
    }, token);
  /** Does something in the pane that is shown; answers milliseconds until other rows are laid out. */
  const turn = (act, text) =>
    page.evaluate(
      async ([how, typed]) => {
        const pane = document.querySelector('agni-users');
        const { renderRoot: root } = pane;
        const isAsking = () => root.querySelector('table')?.ariaBusy === 'true';
        const start = performance.now();
        if (how === 'search') {
          const field = root.querySelector('[name=search]');
          field.value = typed;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        } else root.querySelector(`.pager button:nth-of-type(${how === 'next' ? 2 : 1})`).click();
        do await new Promise((resolve) => setTimeout(resolve));
        while (isAsking());
        pane.getBoundingClientRect();
        return performance.now() - start;
      },
      [act, text],
    );
  await compare('page: first rows shown', pair, show);
  const large = await workspaceOf(server.origin, 10_000);
  const few = await workspaceOf(server.origin, 60); // twenty people have no second page
  await compare(
    'page: next page (60 and 10,000)',
    [few, large],
    async (one) => {
      await show(one);
      return turn('next');
    },
    40,
  );
  await compare(
    'page: a key typed, until its rows show',
    pair,
    async (one, round) => {
      await show(one);
      return turn('search', keystroke(round));
    },
    40,
  );
} finally {
  await browser.close();
  await server.stop();
}
