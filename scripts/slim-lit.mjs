import MagicString from 'magic-string';

/** What the supported browsers never run of Lit's own code, by file: fallbacks, support for polyfills, standard decorators. */
const unused = {
  '@lit/reactive-element/css-tag.js': [
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'true',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['p=a.reactiveElementPolyfillSupport', 'p=void 0'],
  ],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    ['s.litElementPolyfillSupport', 'void 0'],
  ],
  'lit-html/lit-html.js': [['t.litHtmlPolyfillSupport', 'void 0']],
};

/**
 * A plugin for Vite that leaves out of Lit what the kit's elements and the supported browsers don't use. Throws if Lit has
 * changed so that something to leave out is no longer found.
 * @returns {import('vite').Plugin}
 */
export function slimLit() {
  return {
    name: 'slim-lit',
    enforce: 'pre',
    transform(code, id) {
      const file = Object.keys(unused).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!file) return undefined;
      const text = new MagicString(code);
      for (const [piece, replacement] of unused[file]) {
        const start = code.indexOf(piece);
        if (start < 0 || code.includes(piece, start + 1)) throw new Error(`slim-lit: ${piece} not found once in ${id}`);
        if (replacement) text.update(start, start + piece.length, replacement);
        else text.remove(start, start + piece.length);
      }
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
