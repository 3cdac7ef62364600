import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A Vite plugin that replaces the application of Lit's decorator `@property()` in compiled code by the equivalent call
 * of `createProperty()`, so that a page loads neither the decorator nor its helper. Throws for any other decorator.
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
