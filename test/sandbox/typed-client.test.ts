import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypes, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { program } from '../../scripts/program.mjs';
import { openApiDocument } from '../../src/sandbox/openapi.js';
import { serveOn } from './api.js';
import { type StoreKind, storeKinds } from './stores.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.build/openapi-client');

/** Code of a team without the kit, which knows the API only from the generated types. */
const usage = `
import createClient from 'openapi-fetch';
import type { paths } from './paths.js';

const client = createClient<paths>({ baseUrl: process.argv[2] ?? '' });
const session = await client.POST('/api/v1/auth/login', {
  body: { email: 'owner@northwind.example', password: 'Purple-otter-42' },
});
if (session.error) throw new Error(session.error.message);
if (!('access_token' in session.data.data)) throw new Error('A second factor was asked for');
const headers = { Authorization: \`Bearer \${session.data.data.access_token}\` };

const me = await client.GET('/api/v1/users/me', { headers });
const id = me.data?.data.organization_id;
if (typeof id !== 'string') throw new Error('No organization');
const organization = await client.GET('/api/v1/organizations/profile/{id}', { params: { path: { id } }, headers });
const users = await client.GET('/api/v1/users', { params: { query: { limit: 3, sort: 'name' } }, headers });
const emails: string[] = users.data?.data.map(({ email }) => email) ?? [];
const missing = await client.GET('/api/v1/users/{id}', {
  params: { path: { id: '00000000-0000-4000-8000-000000000000' } },
  headers,
});
console.log(JSON.stringify([organization.data?.name, emails.length, missing.error?.message]));

export const mistakes = [
  // @ts-expect-error the body needs a password
  () => client.POST('/api/v1/auth/login', { body: { email: '' } }),
  // @ts-expect-error there is no such order
  () => client.GET('/api/v1/users', { params: { query: { sort: 'age' } } }),
  // @ts-expect-error there is no such path
  () => client.GET('/api/v1/clients'),
  // @ts-expect-error a user has no such field
  () => me.data?.data.age,
];
`;

const { api } = serveOn(storeKinds[0] as StoreKind);

it('a typed client generated from openapi.json compiles, signs in and reads', { timeout: 120_000 }, async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const types = await openapiTypes(JSON.stringify(openApiDocument()));
  writeFileSync(join(folder, 'paths.ts'), astToString(types));
  writeFileSync(join(folder, 'client.ts'), usage);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    target: 'es2023',
    module: 'nodenext',
    types: ['node'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['client.ts'] }));
  const compiled = await run(process.execPath, [program('@typescript/native', 'tsc'), '-p', folder]).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  );
  expect(compiled.stdout).toBe('');
  const { stdout } = await run(process.execPath, [join(folder, 'client.js'), api.url]);
  expect(JSON.parse(stdout)).toEqual(['Northwind Dental', 3, 'User not found.']);
});
