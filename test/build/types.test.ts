import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const host = `${root}.build/host-app/`;

/** What the readme tells a product team to write. */
const app = `
import 'agni-settings/api-keys';
import { type AgniElements, configure, type Messages } from 'agni-settings';
import { createClient } from 'agni-settings/client';
import { listApiKeys } from 'agni-settings/contract';

const provider = document.querySelector('agni-provider')!;
provider.baseUrl = 'https://api.ravan.ai';
provider.userKey = 'ada';
provider.getToken = async ({ reason }) => (reason === 'expired' ? 'new' : 'first');
provider.addEventListener('agni-before-delete-api-key', ({ detail }) => detail.waitUntil(Promise.resolve(detail.name)));
document.querySelector('agni-api-keys')!.headingLevel = 3;
document.addEventListener('agni-user-role-changed', ({ detail }) => console.log(detail.role?.length));

export const names = async () => (await createClient({}).call(listApiKeys, {})).items.map(({ name }) => name);
export const inJsx: AgniElements<{ slot?: string }>['agni-settings'] = {
  pane: 'users',
  slot: 'main',
  'onagni-navigate': ({ detail }) => console.log(detail.pane.length),
};
// @ts-expect-error no pane takes that
export const inVain: AgniElements<object>['agni-users'] = { pane: 'users' };
// @ts-expect-error there is no such property
provider.baseURL = '';

export const german: Messages = {
  'profile.heading': 'Profil',
  'shared.attention': { one: '1 Feld prüfen', other: '{count} Felder prüfen' },
  'shared.error.BILLING_OVERDUE': 'Die Rechnung ist offen.',
};
provider.messages = german;
configure({ messages: german });
// @ts-expect-error no element has this key
provider.messages = { 'profile.headline': 'Profil' };
// @ts-expect-error no element has this prefix
configure({ messages: { 'account.heading': 'Profil' } });
// @ts-expect-error every plural needs the form \`other\`
provider.messages = { 'shared.attention': { one: '1 Feld prüfen' } };
`;

it('types the tags, properties, events and message keys of a host that only has what is published, in TypeScript 7 and 6', {
  timeout: 120_000,
}, async () => {
  rmSync(host, { recursive: true, force: true });
  mkdirSync(`${host}node_modules`, { recursive: true });
  symlinkSync(root, `${host}node_modules/agni-settings`);
  writeFileSync(`${host}app.ts`, app);
  const options = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  };
  const compilerOptions = { ...options, lib: ['es2023', 'dom'], skipLibCheck: false };
  writeFileSync(`${host}tsconfig.json`, JSON.stringify({ compilerOptions, files: ['app.ts'] }));
  const compilers = [program('@typescript/native', 'tsc'), program('typescript', 'tsc6')];
  for (const compiler of compilers) {
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', host]);
    expect(stdout).toBe('');
  }
});
