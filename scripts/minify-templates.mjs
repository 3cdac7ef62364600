/** Visits every node of a syntax tree. */
export function walk(node, visit) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (typeof node.type !== 'string') return;
  visit(node);
  for (const key in node) walk(node[key], visit);
}

/**
 * Shortens a piece of CSS without reading it as rules, so that no new syntax can trip it: comments go, white space goes
 * where no grammar needs it. Around `+`, `-` and before `(` or `:` it stays, since there it can carry meaning.
 * @param {string} css - raw text between two expressions of a template
 */
export function minifyCss(css) {
  return css
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
    .map((piece, index) => {
      if (index % 2) return piece; // a quoted string
      return piece
        .replace(/\/\*[\s\S]*?\*\//g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/ > /g, '>')
        .replace(/(\d) \* (?=var\()/g, '$1*')
        .replace(/([:(]) /g, '$1')
        .replace(/ \)/g, ')')
        .replace(/;}/g, '}');
    })
    .join('');
}

/**
 * Shortens a piece of HTML: a run of white space becomes one space, which a browser shows the same, and comments go.
 * @param {string} html - raw text between two expressions of a template
 */
export function minifyHtml(html) {
  return html.replace(/<!--[\s\S]*?-->/g, '').replace(/\s+/g, ' ');
}

/** White space counts there, so a template with one of these is left as it is. */
const keepsSpace = /<(?:pre|textarea)\b/i;

/**
 * A plugin for Vite that shortens `html`, `svg` and `css` template literals, which a JavaScript minifier can't touch.
 * @returns {import('vite').Plugin}
 */
export function minifyTemplates() {
  return {
    name: 'minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\b(?:html|svg|css)`/.test(code) || id.includes('/node_modules/')) return undefined;
      const edits = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
        const { name } = node.tag;
        const { quasis } = node.quasi;
        if (name !== 'css' && name !== 'html' && name !== 'svg') return;
        if (name !== 'css' && quasis.some((quasi) => keepsSpace.test(quasi.value.raw))) return;
        const minify = name === 'css' ? minifyCss : minifyHtml;
        for (const [index, { value, start }] of quasis.entries()) {
          let text = minify(value.raw);
          if (name === 'css' && index === 0) text = text.trimStart();
          if (name === 'css' && index === quasis.length - 1) text = text.trimEnd();
          edits.push({ start: code.indexOf(value.raw, start), length: value.raw.length, text });
        }
      });
      if (edits.length === 0) return undefined;
      let result = '';
      let end = 0;
      for (const edit of edits.sort((a, b) => a.start - b.start)) {
        result += code.slice(end, edit.start) + edit.text;
        end = edit.start + edit.length;
      }
      return { code: result + code.slice(end), map: null };
    },
  };
}
