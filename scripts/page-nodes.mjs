// Part of `npm run bench`: DOM nodes of the users pane with 20 users, text and comments included, against
// bench/budgets.json. The built server serves the pane, so run `npm run build` first.
import { readFileSync } from 'node:fs';
import { createWorkspace, measureBuilt } from './built-server.mjs';
import { countNodes, openUsersPage, showUsers } from './users-page.mjs';

const { nodes: budget } = JSON.parse(readFileSync(new URL('../bench/budgets.json', import.meta.url), 'utf8'));

await measureBuilt(async (browser, origin) => {
  const { token } = await createWorkspace(origin, 20);
  const page = await openUsersPage(browser, origin);
  await showUsers(page, token);
  const nodes = await countNodes(page);
  const { elements, rows } = await page.evaluate(() => {
    const shadow = document.querySelector('agni-users').shadowRoot;
    return { elements: shadow.querySelectorAll('*').length, rows: shadow.querySelectorAll('tbody tr').length };
  });
  console.log(`\n20 users: ${rows} rows, ${elements} elements, ${nodes} nodes of at most ${budget}`);
  if (rows !== 20 || nodes > budget) process.exitCode = 1;
});
