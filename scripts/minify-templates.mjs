import { transform } from 'lightningcss';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

/** Replaces an expression of a template while its style sheet is minified. */
const placeholder = /env\(--expression-(\d+)\)/;

/**
 * Minifies a style sheet that is cut into pieces by the expressions of its template. An expression can be the value, or
 * part of the value, of a declaration or a condition. Throws for anything that Lightning CSS can't parse.
 * @param {string[]} pieces - what the template has between its expressions, escapes resolved
 * @param {string} filename - for messages
 * @returns {string[]} as many pieces
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

/** Elements that stand in lines of their own: white space beside their tags is never shown, and would be DOM nodes. */
const blocks =
  'caption|dd|details|dialog|div|dl|dt|fieldset|form|legend|li|nav|ol|option|p|section|summary|table|tbody|td|th|thead|tr|ul';
/** Elements that never show white space at the start and the end of their content. */
const boxes = 'button|select|svg';
const unseen = [
  [new RegExp(` (?=</?(?:${blocks})\\b|</(?:${boxes})>)`, 'g'), ''],
  [new RegExp(`(<(?:/?(?:${blocks})|${boxes})\\b[^>]*>) `, 'g'), '$1'],
];

/** Stands for an expression while a template is minified. */
const expression = '\0';

/**
 * Minifies the pieces of an HTML template: comments and white space that is never shown are removed, any other run of white
 * space becomes one space. Minifiers of HTML saved no further byte after compression.
 * @param {string[]} pieces - raw text between the expressions
 */
export function minifyHtml(pieces) {
  // White space is kept in these elements, which may begin and end in different pieces.
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
 * A plugin for Vite that minifies the template literals tagged `html`, `svg` and `css`, which a JavaScript minifier leaves
 * as they are.
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
