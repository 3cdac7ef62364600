import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A plugin for Vite that has the shipped dependencies loop over the keys of an object itself, where `for…in` also visits
 * what a page has added to `Object.prototype`. zod fails on such a page.
 * @returns {import('vite').Plugin}
 */
export function ownKeys() {
  return {
    name: 'own-keys',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/node_modules/') || !/\bfor *\([^;]* in /.test(code)) return undefined;
      const text = new MagicString(code);
      new Visitor({
        ForInStatement({ left, right }) {
          text.update(left.end, right.start, ' of Object.keys(');
          text.appendRight(right.end, ' ?? {})');
        },
      }).visit(this.parse(code));
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
