import MagicString from 'magic-string';
import { Visitor } from 'vite';

/**
 * A Vite plugin that replaces `for…in` in the shipped dependencies by a loop over an object's own keys: `for…in` also
 * visits properties that a page has added to `Object.prototype`. zod fails on such a page.
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
