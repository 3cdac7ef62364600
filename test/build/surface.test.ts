import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compareSurfaces, describeDifference, fits, readSurface, surfaceOf } from '../../scripts/surface.mjs';

const version = {
  exports: { '.': {}, './users': {} },
  elements: [
    {
      tagName: 'agni-users',
      attributes: [{ name: 'no-heading', type: { text: 'boolean' }, description: 'Without a heading.' }],
      members: [{ kind: 'method', name: 'refresh', return: { type: { text: 'Promise<void>' } } }],
      events: [{ name: 'agni-ready', type: { text: 'Event' } }],
      cssParts: [{ name: 'table' }],
    },
  ],
  paths: { '/api/v1/users': { get: { operationId: 'listUsers' }, parameters: {} } },
};
const [users] = version.elements;
const before = surfaceOf(version);
const kindOf = (change: object) => compareSurfaces(before, surfaceOf({ ...version, ...change })).kind;

it('takes a version for a patch if only descriptions change', () => {
  const attributes = [{ name: 'no-heading', type: { text: 'boolean' }, description: 'Leaves the heading out.' }];
  expect(kindOf({ elements: [{ ...users, attributes }] })).toBe('patch');
});

it.each([
  ['an export', { exports: { ...version.exports, './sessions': {} } }],
  ['an element', { elements: [users, { tagName: 'agni-sessions' }] }],
  ['a part', { elements: [{ ...users, cssParts: [{ name: 'table' }, { name: 'row' }] }] }],
  ['an operation', { paths: { ...version.paths, '/health': { get: { operationId: 'getHealth' } } } }],
])('takes a version that adds %s for a minor one', (_, change) => {
  expect(kindOf(change)).toBe('minor');
});

it.each([
  ['without an export', { exports: { '.': {} } }],
  ['without a part', { elements: [{ ...users, cssParts: [] }] }],
  [
    'with another type of an attribute',
    { elements: [{ ...users, attributes: [{ name: 'no-heading', type: { text: 'string' } }] }] },
  ],
  ['with another result of a method', { elements: [{ ...users, members: [{ kind: 'method', name: 'refresh' }] }] }],
  [
    'with another detail of an event',
    { elements: [{ ...users, events: [{ name: 'agni-ready', type: { text: 'CustomEvent' } }] }] },
  ],
  ['with another path of an operation', { paths: { '/api/v2/users': { get: { operationId: 'listUsers' } } } }],
])('takes a version %s for a major one', (_, change) => {
  expect(kindOf(change)).toBe('major');
});

it.each([
  ['1.2.3', '1.2.4', 'patch', true],
  ['1.2.3', '1.2.4', 'minor', false],
  ['1.2.3', '1.3.0', 'minor', true],
  ['1.2.3', '1.3.0', 'major', false],
  ['1.2.3', '2.0.0', 'major', true],
  ['0.1.0', '0.2.0', 'major', true],
  ['0.1.0', '0.1.1', 'minor', false],
  ['1.2.3', '1.2.3', 'patch', false],
  ['1.2.3', '1.1.9', 'patch', false],
] as const)('after %s, %s is enough for a %s change: %s', (from, to, kind, isEnough) => {
  expect(fits(from, to, kind)).toBe(isEnough);
});

it('reads the built package, and says what differs', () => {
  const built = readSurface(fileURLToPath(new URL('../../', import.meta.url)));
  const without = new Map(built);
  for (const name of ['<agni-api-keys>', 'export ./api-keys', 'operation listApiKeys'])
    expect(without.delete(name)).toBe(true);
  expect(describeDifference(compareSurfaces(built, built))).toBe('A patch version.');
  expect(describeDifference(compareSurfaces(built, without))).toBe(
    '- export ./api-keys\n- <agni-api-keys>\n- operation listApiKeys\nA major version.',
  );
});
