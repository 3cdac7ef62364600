// Code samples of the documents, as files that a compiler can read.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import MarkdownIt from 'markdown-it';

/** A fenced block. `place` is its document and line. */
export interface Sample {
  readonly place: string;
  readonly document: string;
  readonly language: string;
  readonly isUnchecked: boolean;
  readonly title: string | undefined;
  readonly code: string;
}

/** The fenced blocks of a document. Blocks that cannot be checked have "unchecked" after their language. */
export function samplesOf(document: string, text: string): Sample[] {
  return new MarkdownIt({ html: true })
    .parse(text, {})
    .filter(({ type }) => type === 'fence')
    .map(({ info, content, map }) => ({
      place: `${document}:${(map?.[0] ?? 0) + 1}`,
      document,
      language: info.split(' ')[0] ?? '',
      isUnchecked: / unchecked\b/.test(info),
      title: info.match(/title="([^"]*)"/)?.[1],
      code: content,
    }));
}

/** Declarations of names that samples use and a host's own code provides. */
const given = `
import type {} from 'agni-settings/all';
import type {} from 'agni-settings/settings';
declare global {
  const provider: HTMLElementTagNameMap['agni-provider'];
  const hub: HTMLElementTagNameMap['agni-settings'];
  const router: { push(path: string): void };
  const session: { user: { id: string }; accessToken(): Promise<string>; renew(): Promise<string>; signOut(): void };
  const getToken: () => Promise<string>;
  const askForApproval: (question?: string) => Promise<void>;
  const audit: (...facts: unknown[]) => void;
  const report: (...facts: unknown[]) => void;
  let hasUnsavedChanges: boolean;
  const process: { readonly env: Readonly<Record<string, string | undefined>> };
}
`;

/** Declarations of modules that samples import from outside the kit. */
const packages = `
declare module '*.css';
declare module '@angular/core' {
  export function Component(options: { selector: string; imports: unknown[]; template: string }): ClassDecorator;
}
declare module '*/agni-settings.js' {
  export { configure } from 'agni-settings';
}
declare module 'react-router' {
  export function useParams(): Readonly<Record<string, string | undefined>>;
  export function useNavigate(): (path: string) => void;
}
declare module 'vue-router' {
  export function useRouter(): { push(path: string): Promise<void> };
}
declare module '$app/navigation' {
  export function goto(path: string): Promise<void>;
}
declare module '$app/state' {
  export const page: { readonly params: Readonly<Record<string, string>> };
}
declare module '@vitejs/plugin-vue' {
  export default function vue(options: { template: { compilerOptions: { isCustomElement(tag: string): boolean } } }): never;
}
`;

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  jsx: 'react-jsx',
  experimentalDecorators: true,
  skipLibCheck: true,
  types: [],
};

/** The script of a sample: all of its code, or the content of `<script>` in a component. */
const scriptOf = ({ language, code }: Sample) =>
  ['vue', 'svelte'].includes(language) ? (code.match(/<script[^>]*>\n(.*?)<\/script>/s)?.[1] ?? '') : code;

/**
 * Writes samples to a folder as modules, with a subfolder for each document, so that imports between samples work.
 * TypeScript is checked strictly, JavaScript loosely. Returns the two projects, and the place of each file.
 */
export function writeProjects(folder: string, root: string, samples: readonly Sample[]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}node_modules`, { recursive: true });
  symlinkSync(root, `${folder}node_modules/agni-settings`);
  writeFileSync(`${folder}given.d.ts`, given);
  writeFileSync(`${folder}packages.d.ts`, packages);
  const places = new Map<string, string>();
  for (const [index, sample] of samples.entries()) {
    const home = `${sample.document.replace(/\W+/g, '-')}/`;
    mkdirSync(folder + home, { recursive: true });
    const isScript = /^[tj]sx?$/.test(sample.language);
    const extension = isScript ? `.${sample.language}` : '.ts';
    const own = basename(sample.title ?? '').replace(/\.\w+$/, '');
    const path =
      own && isScript && !places.has(`${home}${own}${extension}`) ? `${home}${own}` : `${home}sample-${index}`;
    const pragma = sample.code.includes('agni-settings/solid') ? '/** @jsxImportSource solid-js */\n' : '';
    places.set(path + extension, sample.place);
    writeFileSync(`${folder}${path}${extension}`, `${pragma}${scriptOf(sample)}\nexport {};\n`);
  }
  const write = (name: string, options: object, include: string[]) =>
    writeFileSync(`${folder}${name}`, JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include }));
  const common = ['given.d.ts', 'packages.d.ts'];
  write('ts.json', {}, [...common, '**/*.ts', '**/*.tsx']);
  write('js.json', { allowJs: true, checkJs: true, strict: false }, [...common, '**/*.js', '**/*.jsx']);
  return { projects: [`${folder}ts.json`, `${folder}js.json`], places };
}
