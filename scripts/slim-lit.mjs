import MagicString from 'magic-string';

/** What the kit's elements never run of Lit's own code, by file: fallbacks, support for polyfills, standard decorators, MathML. */
const unused = {
  '@lit/reactive-element/css-tag.js': [
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'true',
    ],
    // No host writes styles with the kit's copy of Lit.
    [
      'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");',
      'this._$cssResult$=!0;',
    ],
    [
      `throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")`,
      'throw t',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['p=a.reactiveElementPolyfillSupport', 'p=void 0'],
    [',(a.reactiveElementVersions??=[]).push("2.1.2")', ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
  ],
  // Elements ask again by themselves when a provider is announced (src/context/host-context.ts).
  '@lit/context/lib/controllers/context-provider.js': [
    [
      ',this.onProviderRequest=s=>{if(s.context!==this.context)return;if((s.contextTarget??s.composedPath()[0])===this.host)return;const e=new Set;for(const[s,{consumerHost:i}]of this.subscriptions)e.has(s)||(e.add(s),i.dispatchEvent(new t(this.context,i,s,!0)));s.stopPropagation()}',
      '',
    ],
    [',this.host.addEventListener("context-provider",this.onProviderRequest)', ''],
  ],
  '@lit/context/lib/value-notifier.js': [['clearCallbacks(){this.subscriptions.clear()}', '']],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    ['s.litElementPolyfillSupport', 'void 0'],
    ['(s.litElementVersions??=[]).push("4.2.2")', ''],
  ],
  'lit-html/lit-html.js': [
    ['t.litHtmlPolyfillSupport', 'void 0'],
    [',(t.litHtmlVersions??=[]).push("3.3.3")', ''],
    [':3===i?"<math>":""', ':""'],
    [':3===i?"</math>":""', ':""'],
  ],
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
