import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';
import { isThorough } from './stranger.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const host = `${root}.build/host-app/`;

/** Code as docs/embedding.md shows it to product teams. */
const app = `
import 'agni-settings/api-keys';
import 'agni-settings/locales/de.js';
import { type AgniElements, configure, type Messages, type Pack, type PackWords, registerLanguage } from 'agni-settings';
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
provider.messages = { de: german, sv: { 'profile.heading': 'Profil' } };
// @ts-expect-error no element has this key, in any language
provider.messages = { de: { 'profile.headline': 'Profil' } };

const texts = { examples: 'Exempel', copyExample: 'Kopiera', copyExampleOf: 'Exempel i {language}' } as const;
export const examples = texts satisfies PackWords<'sv', 'examples'>;
// @ts-expect-error the key copyExampleOf is missing
export const missing = { examples: 'Exempel', copyExample: 'Kopiera' } satisfies PackWords<'sv', 'examples'>;
// @ts-expect-error no element has this key
export const unknown = { ...texts, copyAll: 'Kopiera allt' } as const satisfies PackWords<'sv', 'examples'>;
// @ts-expect-error the placeholder {language} is missing
export const bare = { ...texts, copyExampleOf: 'Exempel' } as const satisfies PackWords<'sv', 'examples'>;

declare const swedish: Pack<'sv'>;
const { sessions } = swedish;
registerLanguage('sv', { ...swedish, examples });
registerLanguage('sv', { ...swedish, sessions: { ...sessions, onDevice: { one: '1 session', other: '{count} sessioner' } } });
// @ts-expect-error {sprog} is no placeholder of the English text
registerLanguage('sv', { ...swedish, examples: { ...texts, copyExampleOf: '{language} {sprog}' } });
// @ts-expect-error the plural form \`other\` is missing
registerLanguage('sv', { ...swedish, sessions: { ...sessions, onDevice: { one: '1 session' } } });
// @ts-expect-error a language of the package has all its plural categories
export const arabic: PackWords<'ar', 'sessions'>['onDevice'] = { one: '1', other: '{count}' };
// @ts-expect-error no element has this prefix
registerLanguage('sv', { ...swedish, account: { heading: 'Konto' } });
`;

it('types the tags, properties, events and message keys of a host that only has what is published', {
  timeout: 600_000,
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
  const compilers = [program('@typescript/native', 'tsc'), ...(isThorough ? [program('typescript', 'tsc6')] : [])];
  for (const compiler of compilers) {
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', host]);
    expect(stdout).toBe('');
  }
});
