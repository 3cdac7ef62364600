// The frame of every page: header, navigation, contents of the page, neighbors.
import { posix } from 'node:path';
import { escapeHtml } from './html.mjs';

const item = (base, here) => (one) =>
  `<li><a href="${base}${one.page}"${one.page === here ? ' aria-current="page"' : ''}>${escapeHtml(one.name ?? one.title)}</a></li>`;

/** Links to the headings of the page, if there are several. */
function contentsOf(sections) {
  const listed = sections.filter(({ level, id }) => level === 2 && id);
  if (listed.length < 2) return '';
  const links = listed.map(({ heading, id }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`);
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">On this page</h2><ul>${links.join('\n')}</ul></nav>`;
}

/** Links to the pages before and after. */
function neighborsOf(page, order, base) {
  const index = order.findIndex((one) => one.page === page);
  const link = (one, rel, label) =>
    one
      ? `<a rel="${rel}" href="${base}${one.page}"><span>${label}</span> ${escapeHtml(one.name ?? one.title)}</a>`
      : '';
  const links = [link(order[index - 1], 'prev', 'Previous'), link(order[index + 1], 'next', 'Next')];
  return `<nav class="neighbors" aria-label="Pages before and after">${links.join('\n')}</nav>`;
}

/** A complete page. `groups` are all pages by their group in the navigation. */
export function layout({ page, title, html, sections, hasLive = false, isApi = false }, groups) {
  const up = posix.relative(posix.dirname(page), '.');
  const base = up ? `${up}/` : '';
  const tag = isApi ? 'div' : 'article'; // the operations are articles themselves
  const navigation = Object.entries(groups)
    .map(([name, listed]) => `<section><h2>${name}</h2>\n<ul>${listed.map(item(base, page)).join('\n')}</ul></section>`)
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page === 'index.html' ? '' : `${escapeHtml(title)} · `}agni-settings</title>
<link rel="icon" href="${base}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}docs.css">
${isApi ? `<link rel="stylesheet" href="${base}api.css">` : ''}
<script defer src="${base}assets/page.js"></script>
${hasLive ? `<script defer src="${base}assets/live.js"></script>` : ''}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
<a class="brand" href="${base}index.html"><img src="${base}icon.svg" alt="" width="24" height="24"> agni-settings</a>
<search><input type="search" aria-label="Search" placeholder="Search" data-root="${base}" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd><div id="results" class="results" role="status"></div></search>
<nav class="tools" aria-label="Tools"><a href="${base}studio.html">Theme studio</a> <a href="${base}api/index.html">API</a></nav>
<a class="menu" href="#navigation">Menu</a>
</header>
<div class="columns">
<nav class="pages" id="navigation" aria-label="Documentation">
${navigation}
</nav>
<main id="main" tabindex="-1">
<${tag} class="prose">
${html}
</${tag}>
${neighborsOf(page, Object.values(groups).flat(), base)}
</main>
${contentsOf(sections)}
</div>
</body>
</html>
`;
}
