// The documents of the site, in the order of the navigation.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const named = {
  Start: ['README.md', 'docs/getting-started.md', 'docs/embedding.md', 'examples/README.md', 'docs/agents.md'],
  Guides: [
    'docs/authentication.md',
    'docs/theming.md',
    'docs/languages.md',
    'docs/events.md',
    'docs/testing.md',
    'docs/accessibility.md',
    'docs/performance.md',
    'docs/security.md',
    'docs/troubleshooting.md',
    'docs/console.md',
  ],
  'How to': [],
  'Your own backend': ['docs/backend.md', 'docs/conformance.md', 'docs/contract.md'],
  Reference: ['docs/upgrading.md', 'CHANGELOG.md', 'SECURITY.md'],
  'Working on the kit': [
    'CONTRIBUTING.md',
    'docs/architecture.md',
    'docs/regressions.md',
    'docs/faults.md',
    'docs/dependencies.md',
  ],
};

const titles = { 'README.md': 'Overview', 'examples/README.md': 'Examples' };

/** `docs/how-to/add-a-pane.md` becomes `how-to/add-a-pane.html`; pages of files in the root have lower-case names. */
const pageNamed = (file) =>
  ({ 'README.md': 'index.html', 'examples/README.md': 'examples.html', 'SECURITY.md': 'security-policy.html' })[file] ??
  (file.startsWith('docs/') ? file.slice('docs/'.length) : file.toLowerCase()).replace(/\.md$/, '.html');

/** All documents by group: file, page, and the name in the navigation if the name is not the document's title. */
export function documentGroups() {
  const all = new Set(Object.values(named).flat());
  const others = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => !all.has(file))
    .sort();
  // Recipes for the kit itself begin with "add-a"; all others are for hosts. A new document outside of how-to is a guide.
  const groupOf = (file) =>
    !file.startsWith('docs/how-to/') ? 'Guides' : /\/add-an?-/.test(file) ? 'Working on the kit' : 'How to';
  return Object.entries(named)
    .map(([group, files]) => {
      const found = [
        ...files.filter((file) => existsSync(join(root, file))),
        ...others.filter((file) => groupOf(file) === group),
      ];
      return [group, found.map((file) => ({ file, page: pageNamed(file), name: titles[file] }))];
    })
    .filter(([, found]) => found.length);
}
