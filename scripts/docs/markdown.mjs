// Markdown of the repository as pages of the documentation.
import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
import { highlight } from './highlight.mjs';
import { escapeHtml } from './html.mjs';
import { renderSequence } from './sequence.mjs';

/** Ids of headings as GitHub makes them, so that links work in both places. */
export const slugify = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const permalink = anchor.permalink.linkInsideHeader({
  symbol: '#',
  placement: 'after',
  class: 'permalink',
  ariaHidden: true,
  renderAttrs: () => ({ tabindex: '-1' }), // for pointers; keyboard users have the contents of the page
});
const markdown = new MarkdownIt({ html: true, linkify: false }).use(anchor, { slugify, tabIndex: false, permalink });

// Wide tables scroll in a frame of their own, with the keyboard too.
markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';

markdown.renderer.rules.fence = (tokens, index) => {
  const { info, content } = tokens[index];
  const [language = ''] = info.split(/\s/);
  if (language === 'mermaid') return renderSequence(content);
  return renderCode(content, language, info.match(/title="([^"]*)"/)?.[1]);
};

/** A block of code; `title` is the name of its file. */
export function renderCode(content, language, title) {
  const caption = title ? `<figcaption>${escapeHtml(title)}</figcaption>` : '';
  return `<figure class="code">${caption}<pre tabindex="0"><code>${highlight(content, language)}</code></pre></figure>\n`;
}

/** Inline Markdown, such as a description in the manifest. */
export const renderInline = (text) => markdown.renderInline(text);

/**
 * Renders a document. `file` is its path in the repository. `pageOf` returns the page of such a path, if the site has
 * one: a link to any other file becomes text. Returns the title, the HTML, and the sections for the search.
 */
export function renderDocument(source, file, pageOf) {
  const tokens = markdown.parse(source, {});
  const here = pageOf(file);
  const resolve = (address) => {
    if (/^(?:[a-z]+:|#)/i.test(address)) return address;
    const [path, hash] = address.split('#');
    const page = pageOf(posix.join(posix.dirname(file), path));
    return page && posix.relative(posix.dirname(here), page) + (hash ? `#${hash}` : '');
  };
  for (const { children } of tokens) if (children) relink(children, resolve);
  for (const token of tokens) {
    if (token.type !== 'html_block') continue;
    token.content = token.content.replace(
      /(src|srcset)="([^"]+)"/g,
      (_, name, address) => `${name}="${resolve(address)}"`,
    );
  }
  const sections = sectionsOf(tokens);
  return {
    title: sections[0]?.heading ?? file,
    html: markdown.renderer.render(withoutEmptyHeads(groupTabs(tokens)), markdown.options, {}),
    sections,
  };
}

/**
 * Makes tabs of the content between the comments `tabs` and `/tabs`: each heading of level 4 begins a tab. The page's
 * script adds the buttons; without the script, and on GitHub, all tabs are shown below each other.
 */
function groupTabs(tokens) {
  let isInside = false;
  let isOpen = false;
  return tokens.flatMap((token) => {
    const [, slash] = (token.type === 'html_block' && token.content.match(/^<!-- (\/?)tabs -->/)) || [];
    const html = (content) => Object.assign(Object.create(token), { type: 'html_block', content });
    if (slash !== undefined) {
      const end = `${isOpen ? '</section>' : ''}</div>\n`;
      isInside = !slash;
      isOpen = false;
      return html(isInside ? '<div class="tabs">\n' : end);
    }
    if (!isInside || token.type !== 'heading_open' || token.tag !== 'h4') return token;
    const before = isOpen ? '</section>\n<section>\n' : '<section>\n';
    isOpen = true;
    return [html(before), token];
  });
}

/** Removes table heads whose cells are all empty: Markdown has no tables without a head. */
function withoutEmptyHeads(tokens) {
  const all = [...tokens];
  for (let start = all.length - 1; start >= 0; start--) {
    if (all[start].type !== 'thead_open') continue;
    const count = all.slice(start).findIndex(({ type }) => type === 'thead_close') + 1;
    if (all.slice(start, start + count).every(({ content }) => !content)) all.splice(start, count);
  }
  return all;
}

/** Points links to pages of the site; a link without a page becomes text. */
function relink(tokens, resolve) {
  const open = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const address = resolve(token.attrGet('href'));
      open.push(address);
      if (address) token.attrSet('href', address);
    }
    const isDropped = token.type === 'link_close' ? !open.pop() : token.type === 'link_open' && !open.at(-1);
    if (isDropped) Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '' });
  }
}

/** The sections of a document, each with its heading, the heading's level and id, and the text. */
function sectionsOf(tokens) {
  const sections = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const { content } = tokens[index + 1];
      sections.push({ heading: content.replaceAll('`', ''), level: +token.tag[1], id: token.attrGet('id'), text: '' });
    } else if ((token.type === 'inline' || token.type === 'fence') && tokens[index - 1]?.type !== 'heading_open') {
      const section = sections.at(-1);
      if (section) section.text += ` ${token.content}`;
    }
  }
  return sections;
}
