// Part of `npm run bench`: compares an organization of 10,000 users with one of 20, on the server and in the page.
// Prints medians of interleaved samples. A ratio above `maxRatio` is over budget.
import { createWorkspace, measureBuilt } from './built-server.mjs';
import { openUsersPage, showUsers } from './users-page.mjs';

const maxRatio = 1.2;
const rounds = 50;
const warmUps = 3;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Measures both organizations alternately, so that other load of the machine affects both. */
async function compare(name, [small, large], sample, count = rounds) {
  const taken = [[], []];
  for (let round = -warmUps; round < count; round++) {
    const order = round % 2 ? [small, large] : [large, small];
    for (const workspace of order) {
      const milliseconds = await sample(workspace, round);
      if (round >= 0) taken[workspace === small ? 0 : 1].push(milliseconds); // the first rounds warm up
    }
  }
  const [a, b] = taken.map(median);
  const ratio = b / a;
  const isOver = ratio > maxRatio;
  console.log(
    `  ${name.padEnd(40)}${a.toFixed(2).padStart(9)}${b.toFixed(2).padStart(9)}${ratio.toFixed(2).padStart(7)}${isOver ? '  over budget' : ''}`,
  );
  if (isOver) process.exitCode = 1;
}

/**
 * Users that both organizations have. The search starts with three letters: fewer letters would find one row in the
 * small organization and a full page in the large one, so the result would measure the number of rows.
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
/** A search text that no earlier round used; rounds below 0 warm up. */
const keystroke = (round) => keystrokes[round + warmUps];

await measureBuilt(async (browser, origin) => {
  const pair = [await createWorkspace(origin, 20), await createWorkspace(origin, 10_000)];
  const request = async ({ token }, query) => {
    const start = performance.now();
    const response = await fetch(`${origin}/api/v1/users?limit=20&${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await response.text();
    if (!response.ok) throw new Error(`The server answered ${response.status}`);
    return performance.now() - start;
  };
  console.log(`\nmilliseconds, medians of ${rounds}${' '.repeat(18)}20 users    10,000  ratio  (at most ${maxRatio})`);
  await compare('server: first page', pair, (one) => request(one, ''));
  await compare('server: page in the middle', pair, (one) => request(one, one.users > 20 ? 'offset=5000' : ''));
  await compare('server: last page', pair, (one) => request(one, one.users > 20 ? 'offset=9980' : ''));
  await compare('server: a key typed into the search', pair, (one, round) =>
    request(one, `search=${keystroke(round)}`),
  );
  await compare('server: one role', pair, (one) => request(one, 'role=ADMIN'));
  await compare('server: by name', pair, (one) => request(one, 'sort=name'));
  await compare('server: by last sign-in', pair, (one) => request(one, 'sort=-last_login'));

  const page = await openUsersPage(browser, origin);
  const show = ({ token }) => showUsers(page, token);
  /** Searches in the shown pane or turns its page; resolves to the milliseconds until the new rows are laid out. */
  const change = (action, text) =>
    page.evaluate(
      async ([action, typed]) => {
        const pane = document.querySelector('agni-users');
        const { renderRoot: root } = pane;
        const isBusy = () => root.querySelector('table')?.ariaBusy === 'true';
        const start = performance.now();
        if (action === 'search') {
          const field = root.querySelector('[name=search]');
          field.value = typed;
          field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        } else root.querySelector(`.pager button:nth-of-type(${action === 'next' ? 2 : 1})`).click();
        do await new Promise((resolve) => setTimeout(resolve));
        while (isBusy());
        pane.getBoundingClientRect();
        return performance.now() - start;
      },
      [action, text],
    );
  await compare('page: first rows shown', pair, show);
  const large = await createWorkspace(origin, 10_000);
  const few = await createWorkspace(origin, 60); // 20 users have no second page
  await compare(
    'page: next page (60 and 10,000)',
    [few, large],
    async (one) => {
      await show(one);
      return change('next');
    },
    40,
  );
  await compare(
    'page: a key typed, until its rows show',
    pair,
    async (one, round) => {
      await show(one);
      return change('search', keystroke(round));
    },
    40,
  );
});
