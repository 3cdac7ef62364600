// `npm run pictures:compare -- [REF] [WORD]`: takes pictures of every story of the panes, of this working tree and of
// another commit (main by default), and fails if any differs. The same browser with the same fonts takes both, so the
// repository needs no stored pictures, which would depend on them. WORD: only stories whose id contains it.
// `.build/compared/index.html` shows the changed pictures, before and after.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowsers } from './ensure-browsers.mjs';
import { differenceOf } from './picture-difference.mjs';
import { buildStorybook, openStory, openStorybook, settled, storyPage } from './story-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.build/compared');
const [ref = 'main', word = ''] = process.argv.slice(2);

/** Builds the Storybook of a commit in a folder of its own. */
function buildCommit(commit, output) {
  const checkout = mkdtempSync(join(tmpdir(), 'agni-compared-'));
  try {
    const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 });
    execFileSync('tar', ['-x', '-C', checkout], { input: archive });
    const lock = (place) => readFileSync(join(place, 'package-lock.json'), 'utf8');
    if (lock(checkout) === lock(root))
      symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'), 'junction');
    else execFileSync('npm', ['ci'], { cwd: checkout, stdio: 'inherit', shell: process.platform === 'win32' });
    buildStorybook(checkout, output);
  } finally {
    rmSync(checkout, { recursive: true, force: true });
  }
}

/** Takes the pictures of a story: phone and desktop, light and dark. */
async function picturesOf(page, origin, story) {
  await openStory(page, origin, story);
  const pictures = new Map();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const picture = await page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
      pictures.set(`${story.id} ${colorScheme} ${width}`, picture);
    }
  }
  return pictures;
}

ensureBrowsers(['chromium']);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const commit = execFileSync('git', ['rev-parse', '--verify', `${ref}^{commit}`], {
  cwd: root,
  encoding: 'utf8',
}).trim();
console.log(`Building the Storybooks of ${ref} and of this working tree …`);
buildCommit(commit, join(folder, 'before'));
buildStorybook(root, join(folder, 'after'));

const before = await openStorybook(join(folder, 'before'));
const after = await openStorybook(join(folder, 'after'));
const isCompared = ({ id, title }) => title.startsWith('Panes/') && id.includes(word);
const stories = new Map([...before.stories, ...after.stories].filter(isCompared).map((story) => [story.id, story]));
const has = (storybook, id) => storybook.stories.some((story) => story.id === id);

let compared = 0;
const changes = [];

/** Compares the pictures of the stories in a queue, which several calls can share. */
async function compareStories(queue) {
  const pages = [
    [before, await storyPage(before.browser)],
    [after, await storyPage(after.browser)],
  ];
  for (const story of queue) {
    const [old, current] = await Promise.all(
      pages.map(([storybook, page]) =>
        has(storybook, story.id) ? picturesOf(page, storybook.origin, story) : new Map(),
      ),
    );
    for (const name of new Set([...old.keys(), ...current.keys()])) {
      compared += 1;
      const change = differenceOf(old.get(name), current.get(name));
      if (!change) continue;
      changes.push({ name, ...change });
      console.log(`${name}: ${change.text}`);
    }
  }
}

try {
  const queue = stories.values();
  await Promise.all([compareStories(queue), compareStories(queue)]);
} finally {
  await Promise.all([before.close(), after.close()]);
}

const image = (picture, alt) =>
  picture ? `<img alt="${alt}" src="data:image/png;base64,${picture.toString('base64')}">` : '';
const sections = changes.map(
  ({ name, text, old, current, difference }) =>
    `<h2>${name}: ${text}</h2>${image(old, 'Before')}${image(current, 'After')}${image(difference, 'Difference')}`,
);
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><meta charset="utf-8"><title>Changed pictures</title>
<style>body { font-family: system-ui } img { max-width: 32%; vertical-align: top; border: 1px solid gray }</style>
${sections.join('\n')}`,
);
console.log(`${compared} pictures, ${changes.length} differ${changes.length ? `: ${join(folder, 'index.html')}` : ''}`);
process.exitCode = changes.length || !compared ? 1 : 0;
