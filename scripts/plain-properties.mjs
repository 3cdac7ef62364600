import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A plugin for Vite that calls Lit's `createProperty()` where compiled code applies its decorator `@property()`, which does
 * just that. So a page loads neither the decorator nor the helper that applies it. Throws for any other decorator.
 * @returns {import('vite').Plugin}
 */
export function plainProperties() {
  return {
    name: 'plain-properties',
    enforce: 'post',
    transform(code, id) {
      if (!code.includes('helpers/decorate') || id.includes('/node_modules/')) return undefined;
      const text = new MagicString(code);
      const source = ({ start, end }) => code.slice(start, end);
      new Visitor({
        CallExpression({ callee, arguments: args, start, end }) {
          if (callee.name !== '_decorate') return;
          const [{ elements: decorators }, prototype, name] = args;
          if (decorators.length !== 1 || decorators[0].callee?.name !== 'property') {
            throw new Error(`plain-properties: ${source(args[2])} has a decorator other than @property() in ${id}`);
          }
          const options = decorators[0].arguments.map(source);
          const call = [source(name), ...options].join(', ');
          text.update(start, end, `${source(prototype.object)}.createProperty(${call})`);
        },
      }).visit(this.parse(code));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
