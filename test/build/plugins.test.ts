import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type Plugin, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { minifyTemplates } from '../../scripts/minify-templates.mjs';
import { ownKeys } from '../../scripts/own-keys.mjs';
import { plainProperties } from '../../scripts/plain-properties.mjs';
import { pureSchemas } from '../../scripts/pure-schemas.mjs';
import { slimLit } from '../../scripts/slim-lit.mjs';

const folder = fileURLToPath(new URL(`../../.build/plugin-test-${process.pid}/`, import.meta.url));

beforeAll(() => {
  mkdirSync(`${folder}src/contract`, { recursive: true });
  const compilerOptions = { experimentalDecorators: true, useDefineForClassFields: false }; // as in tsconfig.json
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ compilerOptions, include: ['src'] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds one module with a plugin; imports of packages remain. */
async function buildModule(source: string, plugin: Plugin, path = 'src/module.ts'): Promise<Rolldown.OutputChunk> {
  writeFileSync(folder + path, source);
  const result = (await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [plugin],
    build: {
      write: false,
      minify: false,
      sourcemap: true,
      lib: { entry: path, formats: ['es'] },
      rolldownOptions: { external: /^(?:lit|zod)/ },
    },
  })) as Rolldown.RolldownOutput[];
  return result[0]?.output[0] as Rolldown.OutputChunk;
}

const minified = async (source: string) => (await buildModule(source, minifyTemplates())).code;

/** The source line of a piece of the result. */
function sourceLineOf({ code, map }: Rolldown.OutputChunk, piece: string): string | undefined {
  const before = code.slice(0, code.indexOf(piece)).split('\n');
  const payload = JSON.parse(JSON.stringify(map));
  const found = new SourceMap(payload).findEntry(before.length - 1, before.at(-1)?.length ?? 0);
  return 'originalLine' in found ? payload.sourcesContent[0].split('\n')[found.originalLine] : undefined;
}

it('minifies a style sheet whose comments and strings have apostrophes and braces (D2)', async () => {
  const code = await minified(`
    import { css } from 'lit';
    export const styles = css\`
      /* people don't see this { */
      .a::after { content: '{ \\\\2014 \\\\'';  color: red; }

      /* isn't it */
      .b { margin: 0   auto; }
    \`;
  `);
  expect(code).toContain(`.a:after{content:"{ —'";color:red}.b{margin:0 auto}`);
});

it('keeps a style sheet that shows what begins an expression', async () => {
  const source = `import { css } from 'lit';\nexport const styles = css\`.a::after { content: 'a \\\${ and a \\\`'; }\`;`;
  expect(await minified(source)).toContain(`.a:after{content:"a \\\${ and a \\\`"}`);
});

it('keeps the expressions of a style sheet where they are', async () => {
  const code = await minified(`
    import { css } from 'lit';
    export const styles = (room, color) => css\`
      @container (width < \${room}) {
        .a { border: 1px solid \${color}; }
      }
    \`;
  `);
  expect(code).toContain(`@container (width<\${room}){.a{border:1px solid \${color}}}`);
});

it('refuses a style sheet that it would break, and names its file', async () => {
  const withSyntaxError = `import { css } from 'lit'; export const styles = css\`.a { color: red; } }\`;`;
  await expect(minified(withSyntaxError)).rejects.toThrow('src/module.ts');
  const withLostExpression = `import { css } from 'lit'; export const styles = (x) => css\`.a { color: \${x}; color: red; }\`;`;
  await expect(minified(withLostExpression)).rejects.toThrow(
    /src\/module\.ts: an expression in css`` was lost or moved/,
  );
  const withMisspeltRule = `import { css } from 'lit'; export const styles = css\`@contaner (width < 1px) { .a { color: red } }\`;`;
  await expect(minified(withMisspeltRule)).rejects.toThrow(/src\/module\.ts: .*contaner/);
});

it('drops comments and needless white space of HTML, but not where white space counts', async () => {
  const code = await minified(`
    import { html } from 'lit';
    export const short = (name) => html\`
      <!-- a note -->
      <!--
        a longer note
      -->
      <p>
        Hello   \${name}, it's   you
      </p>
    \`;
    export const row = (name, open) => html\`
      <div class=\${name}>
        <b>\${name}</b> \${open}
        <button>
          <i>Open</i> <b>it</b>
        </button>
        now
      </div>
    \`;
    export const long = (text) => html\`<pre>
  a  b \${text}</pre>\`;
  `);
  expect(code).toContain(`\`<p>Hello \${name}, it's you</p>\``);
  expect(code).toContain(
    `\`<div class=\${name}><b>\${name}</b> \${open} <button><i>Open</i> <b>it</b></button> now</div>\``,
  );
  expect(code).toContain(`<pre>\n  a  b \${text}</pre>`);
});

it('says where in the source a minified module comes from', async () => {
  const source = `import { css, html } from 'lit';
interface Person { name: string }
export const styles = css\`
  .a { color: red; }
  .b { color: blue; }
\`;
export const view = (person: Person) => html\`
  <p>
    \${person.name.toUpperCase()}
  </p>
\`;
export function last(): string { return 'the last line'; }
`;
  const chunk = await buildModule(source, minifyTemplates());
  expect(sourceLineOf(chunk, '"the last line"')).toContain('the last line');
  expect(sourceLineOf(chunk, 'person.name.toUpperCase()')).toContain('person.name.toUpperCase()');
});

it('marks what the contract declares as pure, not what its functions do, keeps the lines, and refuses a module that does something', async () => {
  const declaring = `import * as z from 'zod/mini';
export const text = z.string();
export const list = z.array(text);
export function setUp(locale) { z.config(locale); return z.string(); }
export const later = () => z.string();
`;
  const chunk = await buildModule(declaring, pureSchemas(), 'src/contract/module.ts');
  expect(chunk.code).toContain('/* @__PURE__ */ z.array(text)');
  expect(sourceLineOf(chunk, 'z.array(text)')).toContain('z.array(text)');
  expect(chunk.code).toMatch(/function setUp\(locale\) {\s+z\.config\(locale\);\s+return z\.string\(\);/);
  expect(chunk.code).toContain('=> z.string()');
  const doing = `import * as z from 'zod/mini';\nz.config({});\nexport const text = z.string();\n`;
  await expect(buildModule(doing, pureSchemas(), 'src/contract/module.ts')).rejects.toThrow('only declare');
});

it('declares properties as their decorators would, without a decorator', async () => {
  const source = `import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
export class Person extends LitElement {
  @property({ attribute: 'first-name' }) firstName = 'Ada';
  @property() last = '';
}`;
  const { code } = await buildModule(source, plainProperties());
  expect(code).toContain('Person.createProperty("firstName", { attribute: "first-name" })');
  expect(code).toContain('Person.createProperty("last")');
  expect(code).not.toContain('property(');
  const withState = source.replace('property }', 'property, state }').replace('@property() last', '@state() last');
  await expect(buildModule(withState, plainProperties())).rejects.toThrow('has a decorator other than @property()');
});

it('has dependencies loop over the keys of an object itself, and over none of nothing', async () => {
  const code = `export const keysOf = (value) => { const keys = []; for (const key in value) keys.push(key); return keys; };`;
  mkdirSync(`${folder}node_modules/keys`, { recursive: true });
  writeFileSync(`${folder}node_modules/keys/index.js`, code);
  const chunk = await buildModule(`export { keysOf } from '../node_modules/keys/index.js';`, ownKeys());
  const address = `data:text/javascript,${encodeURIComponent(chunk.code)}`;
  const { keysOf } = await import(/* @vite-ignore */ address);
  expect(keysOf(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true } }))).toEqual(['own']);
  expect([keysOf(undefined), keysOf(null)]).toEqual([[], []]);
});

it('ships schemas that read and check on a page that has added to Object.prototype (D19)', async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [ownKeys()],
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/contract/all.ts', import.meta.url)),
        formats: ['es'],
        fileName: () => 'contract.js',
      },
    },
  });
  const script = `
    Object.prototype.extend = () => undefined;
    const { endpoints } = await import(${JSON.stringify(pathToFileURL(`${folder}contract.js`).href)});
    const { body, reply } = endpoints.updateOrganization;
    const change = { name: 'Northwind', allowed_email_domains: ['nw.example'] };
    const refused = body.safeParse({ name: '' });
    console.log(JSON.stringify([body.parse(change), reply.parse({ id: 'o1', name: 'N' }), refused.error.issues.length]));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(stdout)).toEqual([
    { name: 'Northwind', allowed_email_domains: ['nw.example'] },
    { id: 'o1', name: 'N' },
    1,
  ]);
});

it('leaves out of Lit what browsers never run, and refuses a changed Lit and code that needs what is left out', async () => {
  const { output } = (await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    plugins: [slimLit()],
    resolve: { conditions: ['module', 'browser'] }, // as for production
    build: {
      write: false,
      lib: { entry: fileURLToPath(import.meta.resolve('lit')), formats: ['es'] },
    },
  }).then((results) => (results as Rolldown.RolldownOutput[])[0])) as Rolldown.RolldownOutput;
  const { code } = output[0];
  expect(code).toContain('adoptedStyleSheets');
  const leftOut = ['createElement(`style`)', 'litNonce', 'PolyfillSupport', 'HydrateSupport', 'Symbol.metadata'];
  for (const unused of [...leftOut, 'hasChanged', 'useDefault', 'noAccessor', '<svg>', 'removeController']) {
    expect(code).not.toContain(unused);
  }
  const { transform } = slimLit() as unknown as { transform(code: string, id: string): unknown };
  expect(() => transform('another', '/node_modules/lit-html/lit-html.js')).toThrow('slim-lit: ');
  expect(() => transform('class Pane { firstUpdated() {} }', '/src/pane.ts')).toThrow('uses firstUpdated');
});
