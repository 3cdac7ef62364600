import { fileURLToPath } from 'node:url';
import MagicString from 'magic-string';
import { Visitor } from 'vite';

const core = fileURLToPath(import.meta.resolve('ky')).replace(/index\.js$/, 'core/');

/** What src/client/transport.ts never passes to ky, or always the same. Read anywhere in ky, it has this value. */
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
  mergeHeaders: 'options.headers', // a Headers of its own for every request
  mergeHooks: 'undefined',
  normalizeRequestMethod: 'options.method', // in upper case
  normalizeRetryOptions: 'undefined',
  retry: 'function_()', // with `retry: 0` a failed attempt is the last one
};

/** Private methods that only retries, hooks and progress reports call. A call that is left is a syntax error. */
const methods = [
  'assignRequest',
  'calculateDelay',
  'calculateRetryDelay',
  'cancelResponseBody',
  'getNormalizedOptions',
  'retry',
  'wrapRequestWithUploadProgress',
];

/** Loops over what is empty: hooks, and the shortcuts such as `.json()`, which the client doesn't use. */
const loops = /\.hooks\.|\bresponseTypes\b/;

/** Conditions that never hold: a request is made of a URL and a text, and nothing but its caller aborts it. */
const conditions = /instanceof globalThis\.Request\b|#abortController\?\.signal\.aborted/;

/** What the browsers that the kit supports have; bodies are texts, and need no stream. */
const features = {
  supportsAbortController: 'true',
  supportsAbortSignal: 'true',
  supportsFormData: 'false',
  supportsRequestStreams: 'false',
  usualFormBoundarySize: '0',
};

/**
 * A plugin for Vite that leaves out what the client doesn't use of ky: its retries, time limits, hooks, progress reports
 * and shortcuts are reached through options, so that no bundler can tell that they are unused. Throws if ky has changed
 * so that something to leave out is no longer found. test/build/slim-ky.test.ts compares the result with ky as it is.
 * @returns {import('vite').Plugin}
 */
export function slimKy() {
  return {
    name: 'slim-ky',
    enforce: 'pre',
    // Past ky's index, which merges the options of several instances.
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
          if (name === 'userProvidedContentType') edit(init, 'undefined'); // only read by a condition that goes
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
