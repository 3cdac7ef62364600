import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A Vite plugin that marks the calls by which the contract's modules make schemas and operations as free of side
 * effects, so that bundlers, including those of hosts, can leave out unused schemas. zod marks its functions itself,
 * but in a form that not all bundlers follow from file to file.
 * @returns {import('vite').Plugin}
 */
export function pureSchemas() {
  return {
    name: 'pure-schemas',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/src/contract/')) return undefined;
      const text = new MagicString(code);
      let depth = 0;
      const enter = () => {
        depth += 1;
      };
      const leave = () => {
        depth -= 1;
      };
      new Visitor({
        FunctionDeclaration: enter,
        'FunctionDeclaration:exit': leave,
        FunctionExpression: enter,
        'FunctionExpression:exit': leave,
        ArrowFunctionExpression: enter,
        'ArrowFunctionExpression:exit': leave,
        ExpressionStatement() {
          if (depth === 0)
            throw new Error(`${id}: modules of the contract only declare, and this statement would be dropped`);
        },
        CallExpression({ start }) {
          if (depth === 0) text.appendLeft(start, '/* @__PURE__ */ ');
        },
      }).visit(this.parse(code));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
