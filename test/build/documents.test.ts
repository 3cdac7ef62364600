import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'lightningcss';
import { compile } from 'svelte/compiler';
import { expect, it } from 'vitest';
import { compileTemplate, parse } from 'vue/compiler-sfc';
import budgets from '../../bench/budgets.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { withExamples } from '../../scripts/docs/examples.mjs';
import { assistantsIndex, generatedDocuments, withGenerated } from '../../scripts/docs/generated.mjs';
import { program } from '../../scripts/program.mjs';
import { type Sample, samplesOf, writeProjects } from './samples.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);

const documents = [
  ...filesIn('docs').filter((file) => file.endsWith('.md')),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'examples/README.md'].filter((file) =>
    existsSync(root + file),
  ),
];
const samples = documents.flatMap((file) => samplesOf(file, read(file))).filter(({ isUnchecked }) => !isUnchecked);
const inLanguage = (...languages: string[]) => samples.filter(({ language }) => languages.includes(language));

interface Named {
  readonly name: string;
  readonly type?: { readonly text: string };
}
interface Element {
  readonly tagName: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
}
const elements = new Map<string, Element>(
  JSON.parse(read('dist/custom-elements.json'))
    .modules.flatMap(({ declarations }: { declarations: Element[] }) => declarations)
    .map((element: Element) => [element.tagName, element]),
);

it('makes its tables and llms.txt from the contract, the manifest and the documents as they are now', async () => {
  expect(generatedDocuments.length).toBeGreaterThan(3);
  for (const file of generatedDocuments) {
    expect(await withGenerated(read(file)), `npm run generate: ${file}`).toBe(read(file));
  }
  expect(assistantsIndex(), 'npm run generate: llms.txt').toBe(read('llms.txt'));
});

it('checks every sample of code, or says at the sample that it is unchecked', () => {
  const checked = 'ts tsx js jsx vue svelte html css sh json mermaid'.split(' ');
  expect(samples.length).toBeGreaterThan(50);
  expect(samples.filter(({ language }) => !checked.includes(language)).map(({ place }) => place)).toEqual([]);
});

it('has samples that compile against the types of the package', async () => {
  // test/elements/hooks.test.ts runs the unchanged samples of hooks.
  const scripts = inLanguage('ts', 'tsx', 'js', 'jsx', 'vue', 'svelte').filter(
    ({ document, language }) => document !== 'docs/how-to/use-hooks.md' || language === 'ts',
  );
  const { projects, places } = writeProjects(`${root}.build/samples/`, root, scripts);
  const complaintsOf = async (project: string) => {
    const compiler = promisify(execFile)(process.execPath, [
      program('@typescript/native', 'tsc'),
      '-p',
      project,
      '--pretty',
      'false',
    ]);
    const { stdout } = await compiler.catch((error: { stdout: string }) => error);
    return stdout.replace(/^[\w./-]+?([\w-]+\/[\w-]+\.[tj]sx?)/gm, (path, file) => `${places.get(file) ?? ''} ${path}`);
  };
  expect((await Promise.all(projects.map(complaintsOf))).join('')).toBe('');
  for (const { code, place } of inLanguage('svelte')) {
    expect([place, compile(code, { generate: 'client' }).warnings]).toEqual([place, []]);
  }
  for (const { code, place } of inLanguage('vue')) {
    const { descriptor, errors } = parse(code);
    const { content: source = '' } = descriptor.template ?? {};
    const { errors: inTemplate } = compileTemplate({ source, filename: place, id: 'sample' });
    expect([place, ...errors, ...inTemplate]).toEqual([place]);
  }
});

it('hands over functions and objects in Svelte so that no server prints them into the page', () => {
  const attributes = new Set([...elements.values()].flatMap((element) => element.attributes.map(({ name }) => name)));
  const examples = filesIn('examples/sveltekit/src').filter((file) => file.endsWith('.svelte'));
  const components = [
    ...inLanguage('svelte').map(({ place, code }) => [place, code] as const),
    ...examples.map((file) => [file, read(file)] as const),
  ];
  expect(components.length).toBeGreaterThan(3);
  for (const [place, code] of components) {
    const rendering = compile(code, { generate: 'server' }).js.code;
    const printed = [...rendering.matchAll(/\$\.attr\('([^']+)'/g)].map(([, name = '']) => name);
    expect([place, ...printed.filter((name) => !attributes.has(name))]).toEqual([place]);
  }
});

it('shows the code of every example on the site', () => {
  const page = withExamples(read('examples/README.md'));
  const files = filesIn('examples').filter((file) =>
    /^examples\/\w[\w-]*\/.*\.(?:[jt]sx?|vue|svelte|html)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) expect(page).toContain(`\n${read(file).trimEnd()}\n\`\`\``);
});

/** Tags of the kit in a sample, with their attributes. */
function tagsIn({ code }: Sample) {
  const markup = code.replace(/=>/g, '→').replace(/\{@attach .*?\)\}/g, ''); // no tag ends, no attributes
  return [...markup.matchAll(/<(agni-[\w-]+)((?:\s+[^<>]*?)?)\/?>/g)].map(([, tag = '', rest = '']) => ({
    tag,
    attributes: [...rest.matchAll(/(?:^|\s)([\w@:()[\].-]+|\{\w+\})(?:="([^"]*)")?/g)].map(([, name = '', value]) => ({
      name,
      value,
    })),
  }));
}

it('has samples of markup with elements, attributes, values and events that exist', () => {
  const wrong: string[] = [];
  const markup = [
    ...inLanguage('html', 'vue', 'svelte'),
    ...samples.filter(({ code }) => code.includes('agni-settings/solid') || code.includes('@angular/core')),
  ];
  const ofEveryElement = ['id', 'class', 'slot', 'lang', 'dir', 'aria-label'];
  for (const sample of markup) {
    for (const { tag, attributes } of tagsIn(sample)) {
      const element = elements.get(tag);
      if (!element) {
        wrong.push(`${sample.place}: <${tag}>`);
        continue;
      }
      for (const { name, value } of attributes) {
        const [, property] = name.match(/^(?:prop:|:|\[|\{)(\w+)[\]}]?$/) ?? [];
        const [, event] = name.match(/^(?:on:|on|@|\()(agni-[\w-]+)\)?$/) ?? [];
        const attribute = element.attributes.find((one) => one.name === name);
        const values = attribute?.type?.text.match(/'[\w-]+'/g);
        const isRight = property
          ? element.members.some((one) => one.name === property)
          : event
            ? element.events.some((one) => one.name === event)
            : ofEveryElement.includes(name) ||
              (attribute &&
                (!values || value === undefined || value.split(' ').every((one) => values.includes(`'${one}'`))));
        if (!isRight) wrong.push(`${sample.place}: ${name} of <${tag}>`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

it('has samples of style sheets, JSON and commands that are right', async () => {
  const customProperties = read('dist/vscode.css-custom-data.json');
  for (const { code, place } of inLanguage('css')) {
    expect(transform({ filename: place, code: Buffer.from(code) }).warnings).toEqual([]);
    for (const [name] of code.matchAll(/--agni-[\w-]+/g))
      expect([place, name, customProperties.includes(`"${name}"`)]).toEqual([place, name, true]);
  }
  for (const { code, place } of inLanguage('json')) expect(() => JSON.parse(code), place).not.toThrow();

  const helpOf = async (command: string) =>
    (await promisify(execFile)(process.execPath, [`${root}dist/bin/agni-settings.js`, command, '--help'])).stdout;
  const help = { sandbox: await helpOf('sandbox'), conformance: await helpOf('conformance') };
  for (const { code, place } of inLanguage('sh')) {
    for (const [, command = '', rest = ''] of code.matchAll(/npx agni-settings (\S+)(.*)$/gm)) {
      const text = help[command as keyof typeof help];
      expect([place, command, text !== undefined]).toEqual([place, command, true]);
      for (const [option] of rest.matchAll(/--[\w-]+/g))
        expect([place, option, text.includes(option)]).toEqual([place, option, true]);
    }
    for (const [, script = ''] of code.matchAll(/npm run ([\w:-]+)/g))
      expect(Object.keys(packageJson.scripts)).toContain(script);
  }
});

it('leads from every document to files and headings that exist, and from what is packed to what is packed (D97)', () => {
  const isPacked = (file: string) =>
    ['README.md', 'LICENSE', 'package.json'].includes(file) ||
    packageJson.files.some((one) => file === one || file.startsWith(`${one}/`));
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
  const broken: string[] = [];
  for (const file of documents) {
    const prose = read(file)
      .replace(/^```.*?^```/gms, '')
      .replace(/`[^`\n]*`/g, '');
    for (const [, address = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(address)) continue;
      const [path = '', hash] = address.split('#');
      const target = path ? posix.join(posix.dirname(file), path) : file;
      const headings = () =>
        [
          ...read(target)
            .replace(/^```.*?^```/gms, '')
            .matchAll(/^#+ (.+)$/gm),
        ].map(([, text = '']) => slug(text.replace(/`/g, '')));
      const isRight =
        existsSync(root + target) &&
        (!isPacked(file) || isPacked(target)) &&
        (hash === undefined || headings().includes(hash));
      if (!isRight) broken.push(`${file}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

it('names the byte budgets of script-tag pages in the README', () => {
  const {
    'agni-org-settings': organization,
    'agni-api-keys': keys,
    'agni-users': users,
    'agni-settings': hub,
  } = budgets;
  const named = [...read('README.md').matchAll(/([\d.]+) kB for/g)].map(([, figure]) =>
    Math.round(Number(figure) * 1000),
  );
  expect(named).toEqual([organization, keys, users, hub]);
});

it('explains every message that the kit writes to the console, and every code of the client', () => {
  const explained = read('docs/console.md');
  const sources = filesIn('src').filter((file) => file.endsWith('.ts') && !/^src\/(?:bin|sandbox)\//.test(file));
  const written = sources.flatMap((file) => {
    const text = read(file);
    const literal = /(?:^|[^\w.])(['`])((?:(?!\1)[^\\\n])*? (?:(?!\1)[^\\\n])*)\1/g;
    if (file.endsWith('/mistakes.lazy.ts'))
      return [...text.replace(/const (?:fix|examples) = .*/g, '').matchAll(literal)].map(([, , one = '']) => one);
    return [
      ...text.matchAll(/(?:\bhint\(|console\.warn\(|HOST_MISTAKE', \{[^`']*message: )\s*(['`])((?:(?!\1).)+)\1/g),
    ].map(([, , one = '']) => one);
  });
  // The first fixed words of each message.
  const words = written.map(
    (one) =>
      one
        .split(/\$\{[^}]*\}|[.,:;"<>]|agni-settings: /)
        .find((piece) => / \w/.test(piece.trim()))
        ?.trim() ?? '',
  );
  const distinct = [...new Set(words)].filter((one) => one && one !== 'See docs/console');
  expect(distinct.length).toBeGreaterThan(12);
  expect(distinct.filter((one) => !explained.includes(one))).toEqual([]);
  const codes = [
    ...(read('src/client/error.ts').match(/export type ClientCode =(.*?);/s)?.[1] ?? '').matchAll(/'([A-Z_]+)'/g),
  ];
  const troubleshooting = read('docs/troubleshooting.md');
  for (const [, code] of codes) expect(troubleshooting).toContain(`| \`${code}\` |`);
});
