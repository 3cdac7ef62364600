import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { endpoints, ghlSetupStatus, organization, user } from '../../src/contract/all.js';
import { organizationChange } from '../../src/contract/organization-change.js';
import { profileChange } from '../../src/contract/profile-change.js';

const root = new URL('../../', import.meta.url);
const contract = readFileSync(new URL('docs/contract.md', root), 'utf8');
const number = String.raw`(?:\d+(?:\.\d+)?|[A-Z])\b`;

/** The text of each section of docs/contract.md, without its subsections, by its number. */
const sections = new Map(
  contract.split(/^#{2,3} /m).flatMap((text) => {
    const [, found] = text.match(new RegExp(`^(${number})\\.? `)) ?? [];
    return found ? [[found, text]] : [];
  }),
);

/** Every text file that may cite the contract, by its path. */
function sources(): Map<string, string> {
  const folders = ['src', 'demo', 'stories', 'test', 'scripts', 'docs'];
  const files = folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const texts = [...files, 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((name) =>
    /\.(ts|mjs|md)$/.test(name),
  );
  return new Map(texts.map((name) => [name, readFileSync(new URL(name, root), 'utf8')]));
}

/** The numbers that follow `before`, separated by commas or `and`, also where a comment breaks the line between them. */
function citedAfter(before: string, text: string): string[] {
  const list = new RegExp(`${before} (${number}(?:(?:, | and )${number})*)`, 'g');
  const flowing = text.replace(/\n[ \t]*(?:\*|\/\/)? */g, ' ');
  return [...flowing.matchAll(list)].flatMap(([, numbers = '']) => numbers.split(/, | and /));
}

it('docs/contract.md has every section that it or another file cites', () => {
  const cited = [...sources()].flatMap(([name, text]) => {
    const inside = name === 'docs/contract.md' ? citedAfter('[Ss]ections?', text) : [];
    return [...inside, ...citedAfter('docs/contract\\.md', text)].map((section) => `${name}: ${section}`);
  });
  expect(cited.length).toBeGreaterThan(100);
  expect(cited.filter((citation) => !sections.has(citation.split(': ')[1] ?? ''))).toEqual([]);
});

it('cites the contract as docs/contract.md and a number, in no other form', () => {
  const others = [...sources()].flatMap(([name, text]) =>
    name === 'docs/contract.md'
      ? []
      : text
          .split('\n')
          .filter((line) => /\b([Ss]ections?|[Aa]ppendix) [\dA]|\bcontract \d/.test(line) && !/RFC|NIST/.test(line))
          .map((line) => `${name}: ${line.trim()}`),
  );
  expect(others).toEqual([]);
});

it('docs/contract.md lists every operation with its name, method, path and status in the section it names', () => {
  const row = /^\| `(\w+)` \| `([A-Z]+) ([^`]+)` \| ([\w-]+) \|$/gm;
  const listed = [...sections].flatMap(([section, text]) =>
    [...text.matchAll(row)].map(([, name, method, path, basis]) => ({ name, method, path, basis, section })),
  );
  const known = Object.values(endpoints).map(({ name, method, path, basis, section }) => {
    return { name, method, path, basis, section };
  });
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
    (a.name ?? '').localeCompare(b.name ?? '');
  expect(listed.sort(byName)).toEqual(known.sort(byName));
});

it('docs/contract.md 3.3 lists every code with which an operation says that it fails', () => {
  const listed = [...(sections.get('3.3') ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code);
  for (const { name, faults = [] } of Object.values(endpoints))
    expect(listed, name).toEqual(expect.arrayContaining([...faults]));
});

it.each([
  ['4.2', organizationChange],
  ['5.3', profileChange],
])('docs/contract.md %s has every field that its body may hold', (section, { shape }) => {
  const [body] = (sections.get(section) ?? '').match(/^The body holds[\s\S]*?\n\n/m) ?? [];
  for (const field of Object.keys(shape)) expect(body).toContain(`\`${field}\``);
});

it.each([
  ['4.1', Object.keys(organization._zod.def.out.shape)],
  ['5.1', Object.keys(user.shape)],
  ['10.1', Object.keys(ghlSetupStatus.shape)],
])('docs/contract.md %s lists exactly the fields of its schema', (section, fields) => {
  const rows = (sections.get(section) ?? '').match(/^\| `\w+`(?:, `\w+`)* \| [^|]+ \| (?:req|opt)/gm) ?? [];
  const listed = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(listed.sort()).toEqual(fields.sort());
});
