import { transform } from 'lightningcss';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/** The placeholder for an expression of a template while the style sheet is minified. */
const placeholder = /env\(--expression-(\d+)\)/;

/**
 * Minifies a style sheet that the expressions of its template split into pieces. An expression can be the value, or
 * part of the value, of a declaration or a condition. Throws for anything that Lightning CSS can't parse.
 * @param {string[]} pieces - the text between the expressions, with escapes resolved
 * @param {string} filename - for messages
 * @returns {string[]} the same number of pieces
 */
export function minifyCss(pieces, filename) {
  const css = pieces.reduce((before, piece, index) => `${before}env(--expression-${index})${piece}`);
  const { code, warnings } = transform({ filename, code: Buffer.from(css), minify: true });
  if (warnings.length) throw new Error(`${filename}: ${warnings.map(({ message }) => message).join(', ')}`);
  const [first, ...rest] = code.toString().split(placeholder);
  const order = rest.filter((_, index) => index % 2 === 0).join();
  if (
    order !==
    pieces
      .slice(1)
      .map((_, index) => index + 1)
      .join()
  ) {
    throw new Error(`${filename}: an expression in css\`\` was lost or moved by minifying`);
  }
  return [first, ...rest.filter((_, index) => index % 2 === 1)];
}

/** Block-level elements: browsers do not show white space beside their tags, but make DOM nodes of it. */
const blocks =
  'caption|dd|details|dialog|div|dl|dt|fieldset|form|legend|li|nav|ol|option|p|section|summary|table|tbody|td|th|thead|tr|ul';
/** Elements that do not show white space at the start and the end of their content. */
const boxes = 'button|select|svg';
const unseen = [
  [new RegExp(` (?=</?(?:${blocks})\\b|</(?:${boxes})>)`, 'g'), ''],
  [new RegExp(`(<(?:/?(?:${blocks})|${boxes})\\b[^>]*>) `, 'g'), '$1'],
];

/** The placeholder for an expression while an HTML template is minified. */
const expression = '\0';

/**
 * Minifies the pieces of an HTML template: removes comments and invisible white space, and replaces any other run of
 * white space by one space. HTML minifiers saved no further bytes after compression.
 * @param {string[]} pieces - raw text between the expressions
 */
export function minifyHtml(pieces) {
  // These elements keep their white space, and may begin and end in different pieces.
  if (pieces.some((piece) => /<(?:pre|textarea)\b/i.test(piece))) return pieces;
  const text = pieces
    .join(expression)
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ');
  return unseen.reduce((html, [spaces, kept]) => html.replace(spaces, kept), text).split(expression);
}

/** Text escaped for a template literal. */
const escaped = (text) => text.replace(/[\\`]|\$(?={)/g, '\\$&');

/**
 * A Vite plugin that minifies the template literals tagged `html`, `svg` and `css`, which JavaScript minifiers do not
 * change.
 * @returns {import('vite').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\b(?:html|svg|css)`/.test(code) || id.includes('/node_modules/')) return undefined;
      const text = new MagicString(code);
      const minifyTemplate = ({ tag, quasi: { quasis } }) => {
        if (!['html', 'svg', 'css'].includes(tag.name)) return;
        const pieces =
          tag.name === 'css'
            ? minifyCss(
                quasis.map(({ value }) => value.cooked),
                id,
              ).map(escaped)
            : minifyHtml(quasis.map(({ value }) => value.raw));
        for (const [index, { value, start }] of quasis.entries()) {
          const from = code.indexOf(value.raw, start);
          if (value.raw && value.raw !== pieces[index]) text.update(from, from + value.raw.length, pieces[index]);
        }
      };
      new Visitor({ TaggedTemplateExpression: minifyTemplate }).visit(this.parse(code));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
