import MagicString from 'magic-string';

/** Code of Lit that the kit never runs, by file: fallbacks, polyfill support, standard decorators, SVG, MathML. */
const unused = {
  '@lit/reactive-element/css-tag.js': [
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'true',
    ],
    // Hosts do not write styles with the kit's copy of Lit.
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
    // `createProperty()` makes all properties (scripts/plain-properties.mjs), with only type, attribute and reflect.
    ['s.state&&(s.attribute=!1),', ''],
    ['this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),', ''],
    [',!s.noAccessor){', '){'],
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0,this._$Ei();',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    ['(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute', 'u.toAttribute'],
    [
      ',h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r',
      ';this._$Em=e,this[e]=u.fromAttribute(s,t.type)',
    ],
    [
      '!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i)))',
      '!f(h,s)',
    ],
    [
      'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
      'C(t,s,{reflect:e}){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
    ],
    [',converter:u,reflect:!1,useDefault:!1,hasChanged:f}', '}'],
    ['removeController(t){this._$EO?.delete(t)}', ''],
    ['const t=this.scheduleUpdate();return null!=t&&await t,!this', 'return this.performUpdate(),!this'],
    ['scheduleUpdate(){return this.performUpdate()}', ''],
    ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t))', 'this.hasUpdated=!0'],
    ['firstUpdated(t){}', ''],
    ['return this.getUpdateComplete()}getUpdateComplete(){', ''],
    ['shouldUpdate(t){return!0}', ''],
    ['t=this.shouldUpdate(s),t?(', 't=!0,('],
    [',this.update(s)):this._$EM()}', ',this.update(s))}'],
  ],
  // Elements request the context again when a provider is announced (src/context/host-context.ts).
  '@lit/context/lib/controllers/context-provider.js': [
    [
      ',this.onProviderRequest=s=>{if(s.context!==this.context)return;if((s.contextTarget??s.composedPath()[0])===this.host)return;const e=new Set;for(const[s,{consumerHost:i}]of this.subscriptions)e.has(s)||(e.add(s),i.dispatchEvent(new t(this.context,i,s,!0)));s.stopPropagation()}',
      '',
    ],
    [',this.host.addEventListener("context-provider",this.onProviderRequest)', ''],
    ['super(void 0!==e.context?e.initialValue:i)', 'super()'],
    ['void 0!==e.context?this.context=e.context:this.context=e', 'this.context=e.context'],
  ],
  '@lit/context/lib/value-notifier.js': [
    ['clearCallbacks(){this.subscriptions.clear()}', ''],
    ['set value(s){this.setValue(s)}setValue(s,t=!1){const i=t||!', 'setValue(s){const i=!'],
    [',void 0!==s&&(this.value=s)', ''],
  ],
  'lit-element/lit-element.js': [
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    ['s.litElementPolyfillSupport', 'void 0'],
    ['(s.litElementVersions??=[]).push("4.2.2")', ''],
  ],
  'lit-html/lit-html.js': [
    ['t.litHtmlPolyfillSupport', 'void 0'],
    [',(t.litHtmlVersions??=[]).push("3.3.3")', ''],
    // All templates are HTML, made in the page, and contain no comment; no expression is the content of a text area.
    ['l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    [
      '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'this._$AC(t)',
    ],
    [
      '"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p)',
      'c=p',
    ],
    ['c=n??v', 'c=v'],
    ['c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    ['(t?.creationScope??l)', 'l'],
    ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
    ['get tagName(){return this.element.tagName}', ''],
    // Listeners are functions without options.
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
  ],
};

/** Methods of Lit that are removed above: an element that overrides or calls one would work only in npm apps. */
const removedMethod =
  /\b(?:firstUpdated|scheduleUpdate|shouldUpdate|getUpdateComplete|addInitializer|removeController)\b/;

/**
 * A Vite plugin that removes code of Lit that the kit's elements and the supported browsers don't use. Throws if a new
 * version of Lit no longer contains code to remove, or if the kit uses removed code.
 * @returns {import('vite').Plugin}
 */
export function slimLit() {
  return {
    name: 'slim-lit',
    enforce: 'pre',
    transform(code, id) {
      const [used] = id.includes('/node_modules/') ? [] : (removedMethod.exec(code) ?? []);
      if (used) throw new Error(`slim-lit: ${id} uses ${used}, which is removed from Lit`);
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
