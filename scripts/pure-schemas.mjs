import { walk } from './minify-templates.mjs';

/** What the contract makes schemas and operations with, besides zod itself. */
const makers = new Set(['checked', 'endpoint', 'known', 'opt', 'page']);

/**
 * A plugin for Vite that marks every call of zod and its like in the contract as free of side effects, so that bundlers, a host's too, leave out the
 * schemas nobody uses. zod marks its functions itself, but in a form that not all bundlers follow from file to file.
 * @returns {import('vite').Plugin}
 */
export function pureSchemas() {
  return {
    name: 'pure-schemas',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/src/contract/')) return undefined;
      const starts = [];
      walk(this.parse(code), (node) => {
        if (node.type !== 'CallExpression') return;
        if (node.callee.object?.name === 'z' || makers.has(node.callee.name)) starts.push(node.start);
      });
      const marked = starts
        .sort((a, b) => b - a)
        .reduce((text, start) => `${text.slice(0, start)}/* @__PURE__ */ ${text.slice(start)}`, code);
      return { code: marked, map: null };
    },
  };
}
