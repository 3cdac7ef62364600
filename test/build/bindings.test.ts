import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';
import { isThorough, strangersApp } from './stranger.js';

const options = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  types: [],
};
const config = (more: object, files: readonly string[]) =>
  JSON.stringify({
    compilerOptions: { ...options, lib: ['es2022', 'dom'], skipLibCheck: false, ...more },
    include: files,
  });

/** The errors of a type checker, by file and line; empty if the code is correct. */
async function complaints(checker: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [checker, ...args], { cwd });
    return stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

const react = `
import { type ComponentRef, useRef } from 'react';
import { AgniProvider, AgniSettings, AgniUsers } from 'agni-settings/react';

export function Settings() {
  const hub = useRef<ComponentRef<typeof AgniSettings>>(null);
  return (
    <AgniProvider baseUrl="/" authMode="cookie" getToken={({ reason }) => reason} onAgniAuthRequired={() => hub.current?.reset()}>
      <AgniSettings
        ref={hub}
        pane="users"
        className="wide"
        aria-label="Settings"
        slot="main"
        onAgniNavigate={({ detail }) => detail.pane.length}
        onAgniBeforeDeleteApiKey={({ detail }) => detail.waitUntil(Promise.resolve(detail.name))}
      >
        <section slot="pane:billing" aria-label="Billing" />
      </AgniSettings>
      <agni-users heading-level={3} readonly onagni-user-removed={({ detail }) => detail.email.length} />
    </AgniProvider>
  );
}

export const wrong = [
  // @ts-expect-error there is no such event
  <AgniSettings key="1" onAgniRedy={() => {}} />,
  // @ts-expect-error no such value
  <AgniSettings key="2" routing="history" />,
  // @ts-expect-error there is no such property
  <AgniProvider key="3" baseURL="/" />,
  // @ts-expect-error the token is a text
  <AgniProvider key="4" getToken={() => 5} />,
  // @ts-expect-error users have no such detail
  <AgniUsers key="5" onAgniUserRemoved={({ detail }) => detail.mail} />,
  // @ts-expect-error no pane of the kit, and no id of the host's own is a number
  <AgniSettings key="6" pane={5} />,
  // @ts-expect-error there is no such operation
  <AgniProvider key="8" endpoints={{ listKeys: null }} />,
  // @ts-expect-error the vendor documents this operation, so it can't be changed
  <AgniProvider key="9" endpoints={{ getOrganization: null }} />,
  // @ts-expect-error no element has this key
  <AgniProvider key="10" messages={{ 'profile.headline': 'Profil' }} />,
  // @ts-expect-error a state is only read
  <AgniUsers key="7" state="ready" />,
];
`;

const solid = `
import 'agni-settings/solid';
import 'agni-settings/settings';

export const Settings = () => (
  <agni-provider base-url="/" prop:getToken={({ reason }) => reason} on:agni-auth-required={() => {}}>
    <agni-settings pane="users" heading-level={3} on:agni-navigate={({ detail }) => detail.pane.length} />
  </agni-provider>
);
export const wrong = [
  // @ts-expect-error Solid would set the property \`gettoken\`
  <agni-provider getToken={() => 'token'} />,
  // @ts-expect-error the token is a text
  <agni-provider prop:getToken={() => 5} />,
  // @ts-expect-error there is no such operation
  <agni-provider prop:endpoints={{ listKeys: null }} />,
  // @ts-expect-error no such value
  <agni-settings routing="history" />,
  // @ts-expect-error navigating has no such detail
  <agni-settings on:agni-navigate={({ detail }) => detail.path} />,
];
`;

const vueOf = (element: string) => `<script setup lang="ts">
import 'agni-settings/vue';
import 'agni-settings/settings';
const token = ({ reason }: { reason: string }) => reason;
const count = () => 5;
void token, count;
</script>
<template>${element}</template>
`;

const svelteOf = (element: string) => `<script lang="ts">
  import { properties } from 'agni-settings/svelte';
  import 'agni-settings/settings';
  const token = ({ reason }: { reason: string }) => reason;
  const count = () => 5;
  void [token, count, properties];
</script>
${element}
`;

it.each([
  ['React 19', ['react', '@types/react', 'csstype'], { jsx: 'react-jsx' }, react] as const,
  ...(isThorough
    ? [['Solid', ['solid-js', 'csstype'], { jsx: 'preserve', jsxImportSource: 'solid-js' }, solid] as const]
    : []),
])(
  'types properties, events and details in %s, from the packed tarball (D82, D83, D84)',
  { timeout: 120_000 },
  async (_, packages, jsx, app) => {
    const cwd = await strangersApp({ 'app.tsx': app, 'tsconfig.json': config(jsx, ['app.tsx']) }, packages);
    expect(await complaints(program('@typescript/native', 'tsc'), ['-p', cwd], cwd)).toBe('');
  },
);

async function checkVue(): Promise<void> {
  const right = [
    `<agni-provider base-url="/" :getToken="token" @agni-auth-required="() => {}"><agni-settings pane="users" :heading-level="3" class="wide" @agni-navigate="({ detail }) => detail.pane.length" /></agni-provider>`,
    `<agni-settings heading-level="1" no-heading />`,
  ];
  const wrong = [
    `<agni-provider :getToken="count" />`,
    `<agni-provider :endpoints="{ listKeys: null }" />`,
    `<agni-provider :messages="{ 'profile.headline': 'Profil' }" />`,
    `<agni-settings routing="history" />`,
    `<agni-settings @agni-navigate="({ detail }) => detail.path" />`,
    `<agni-settings :heading-level="'three'" />`,
  ];
  const sources = [...right, ...wrong].map((element, index) => [`app${index}.vue`, vueOf(element)]);
  const settings = config({ allowImportingTsExtensions: true, skipLibCheck: true }, ['*.vue']).replace(
    /\}$/,
    ',"vueCompilerOptions":{"strictTemplates":false}}',
  );
  const cwd = await strangersApp({ ...Object.fromEntries(sources), 'tsconfig.json': settings }, ['vue']);
  const said = await complaints(program('vue-tsc'), ['-p', cwd, '--pretty', 'false'], cwd);
  const faulty = [...new Set([...said.matchAll(/^app(\d+)\.vue\(/gm)].map(([, index]) => Number(index)))].sort();
  expect(faulty, said).toEqual(wrong.map((_, index) => right.length + index));
}

async function checkSvelte(): Promise<void> {
  const right = [
    `<agni-provider base-url="/" getToken={token} onagni-auth-required={() => {}}><agni-settings pane="users" heading-level={3} class="wide" onagni-navigate={({ detail }) => detail.pane.length}></agni-settings></agni-provider>`,
    '<agni-provider {@attach properties({ getToken: token })}></agni-provider>',
  ];
  const wrong = [
    '<agni-provider getToken={count}></agni-provider>',
    '<agni-provider {@attach properties({ getToken: count })}></agni-provider>',
    '<agni-provider baseURL="/"></agni-provider>',
    '<agni-provider endpoints={{ listKeys: null }}></agni-provider>',
    '<agni-settings routing="history"></agni-settings>',
    '<agni-settings onagni-redy={() => {}}></agni-settings>',
    '<agni-settings onagni-navigate={({ detail }) => detail.path}></agni-settings>',
  ];
  const sources = [...right, ...wrong].map((element, index) => [`app${index}.svelte`, svelteOf(element)]);
  const files = {
    ...Object.fromEntries(sources),
    'tsconfig.json': config({ skipLibCheck: true, verbatimModuleSyntax: true }, ['*.svelte']),
  };
  const cwd = await strangersApp(files, ['svelte']);
  const args = [
    '--workspace',
    cwd,
    '--tsconfig',
    join(cwd, 'tsconfig.json'),
    '--output',
    'machine',
    '--threshold',
    'error',
  ];
  const said = await complaints(program('svelte-check'), args, cwd);
  const faulty = [...new Set([...said.matchAll(/ERROR "app(\d+)\.svelte"/g)].map(([, index]) => Number(index)))].sort();
  expect(faulty, said).toEqual(wrong.map((_, index) => right.length + index));
}

it.each(isThorough ? [['Vue', checkVue] as const, ['Svelte', checkSvelte] as const] : [])(
  'types templates of %s (D84)',
  { timeout: 120_000 },
  (_, check) => check(),
);
