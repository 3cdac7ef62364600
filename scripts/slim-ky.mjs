import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

const core = fileURLToPath(import.meta.resolve('ky')).replace(/index\.js$/, 'core/');

/** Options that src/client/transport.ts omits or always passes with one value, which replaces their reads in ky. */
const options = {
  onDownloadProgress: 'undefined',
  onUploadProgress: 'undefined',
  parseJson: 'undefined',
  prefixUrl: 'undefined',
  searchParams: 'undefined',
  throwHttpErrors: 'false',
  timeout: 'false',
};

/** Calls whose result follows from those options. */
const calls = {
  findUnknownOptions: '{}',
  hasSearchParameters: 'false',
  mergeHeaders: 'options.headers', // every request has its own Headers
  mergeHooks: 'undefined',
  normalizeRequestMethod: 'options.method', // in upper case
  normalizeRetryOptions: 'undefined',
  retry: 'function_()', // with `retry: 0` a failed attempt is the last one
};

/** Private methods that only retries, hooks and progress reports call. A remaining call would be a syntax error. */
const methods = [
  'assignRequest',
  'calculateDelay',
  'calculateRetryDelay',
  'cancelResponseBody',
  'getNormalizedOptions',
  'retry',
  'wrapRequestWithUploadProgress',
];

/** Loops over empty lists: hooks, and shortcuts such as `.json()`, which the client doesn't use. */
const loops = /\.hooks\.|\bresponseTypes\b/;

/** Conditions that are never true: a request consists of a URL and a text, and only its caller aborts it. */
const conditions = /instanceof globalThis\.Request\b|#abortController\?\.signal\.aborted/;

/** Features of all browsers that the kit supports. Bodies are texts, so form data and streams are not needed. */
const features = {
  supportsAbortController: 'true',
  supportsAbortSignal: 'true',
  supportsFormData: 'false',
  supportsRequestStreams: 'false',
  usualFormBoundarySize: '0',
};

/**
 * A Vite plugin that removes code of ky that the client doesn't use: retries, time limits, hooks, progress reports and
 * shortcuts are reached through options, so bundlers cannot tell that they are unused. Throws if a new version of ky no
 * longer contains code to remove. test/build/slim-ky.test.ts compares the result with unchanged ky.
 * @returns {import('vite').Plugin}
 */
export function slimKy() {
  return {
    name: 'slim-ky',
    enforce: 'pre',
    // Bypasses ky's index, which merges the options of several instances.
    resolveId: (source) => (source === 'ky' ? '\0ky' : null),
    load: (id) =>
      id === '\0ky'
        ? `import { Ky } from ${JSON.stringify(`${core}Ky.js`)};\nexport default (input, options) => Ky.create(input, options);`
        : null,
    transform(code, id) {
      const isClass = id === `${core}Ky.js`;
      if (!isClass && id !== `${core}constants.js`) return undefined;
      const missing = new Set(
        isClass ? [...Object.keys(options), ...Object.keys(calls), ...methods] : Object.keys(features),
      );
      const edits = [];
      const edit = ({ start, end }, replacement, name) => {
        edits.push({ start, end, replacement });
        missing.delete(name);
      };
      new Visitor({
        MemberExpression(node) {
          const { object, property } = node;
          if (object.property?.name !== 'options' || !Object.hasOwn(options, property.name)) return;
          edit(node, options[property.name], property.name);
        },
        CallExpression(node) {
          const name = node.callee.name ?? node.callee.property?.name;
          if (Object.hasOwn(calls, name)) edit(node, calls[name], name);
        },
        MethodDefinition(node) {
          if (methods.includes(node.key.name)) edit(node.value.body, '{}', node.key.name);
        },
        ForOfStatement(node) {
          if (loops.test(code.slice(node.right.start, node.right.end))) edit(node, '');
        },
        IfStatement(node) {
          if (conditions.test(code.slice(node.test.start, node.test.end))) edit(node, '');
        },
        VariableDeclarator({ id: { name }, init }) {
          if (Object.hasOwn(features, name)) edit(init, features[name], name);
          if (name === 'userProvidedContentType') edit(init, 'undefined'); // only a removed condition reads it
        },
      }).visit(this.parse(code));
      if (missing.size) throw new Error(`slim-ky: ${[...missing].join(', ')} not found in ${id}`);
      const text = new MagicString(code);
      const isNested = ({ start, end }) =>
        edits.some((outer) => outer.start <= start && end <= outer.end && outer.end - outer.start > end - start);
      for (const { start, end, replacement } of edits.filter((each) => !isNested(each)))
        text.update(start, end, replacement);
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
    },
  };
}
