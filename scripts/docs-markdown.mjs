// Markdown of the repository as pages of the documentation.
import { posix } from 'node:path';
import MarkdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';

/** Ids of headings as GitHub makes them, so that links work in both places. */
const slugify = (text) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const markdown = new MarkdownIt({ html: true, linkify: false }).use(anchor, { slugify, tabIndex: false });

// Wide tables and code scroll by themselves, with the keyboard too.
markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>';
markdown.renderer.rules.table_close = () => '</table></div>';
const { fence } = markdown.renderer.rules;
markdown.renderer.rules.fence = (...args) => fence(...args).replace('<pre>', '<pre tabindex="0">');

/** Inline Markdown, such as a description in the manifest. */
export const renderInline = (text) => markdown.renderInline(text);

/**
 * Renders a document. `file` is its path in the repository, `pageOf` the page of a path in the repository, where there is one:
 * a link to any other file becomes text. Returns its title, the HTML, and its sections for the search.
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
    html: markdown.renderer.render(tokens, markdown.options, {}),
    sections,
  };
}

/** Points links to pages; what links to no page becomes text. */
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

/** The texts between headings: heading, id and text. */
function sectionsOf(tokens) {
  const sections = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const { content } = tokens[index + 1];
      sections.push({ heading: content.replaceAll('`', ''), id: token.attrGet('id'), text: '' });
    } else if ((token.type === 'inline' || token.type === 'fence') && tokens[index - 1]?.type !== 'heading_open') {
      const section = sections.at(-1);
      if (section) section.text += ` ${token.content}`;
    }
  }
  return sections;
}
