import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hiddenName } from '../../src/elements/base/hidden-fields.js';
import { labels as organizationLabels } from '../../src/elements/org-settings/organization-fields.js';
import { labels as profileLabels } from '../../src/elements/profile/agni-profile.js';
import { registry } from '../../src/elements/registry.js';
import { strangersApp } from './stranger.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Thing {
  name: string;
  description?: string;
  attribute?: string;
}
type Lists = Partial<
  Record<'attributes' | 'members' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates', Thing[]>
>;
interface Declaration extends Lists {
  name: string;
  tagName: string;
  description?: string;
}

const manifest: { modules: { path: string; declarations: Declaration[]; exports: object[] }[] } = JSON.parse(
  read('dist/custom-elements.json'),
);
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const namesOf = (things: readonly Thing[] = []) => things.map(({ name }) => name);
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** All matches in the sources of elements and of the parts that elements use. */
function inSources(pattern: RegExp, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...read(`${folder}/${file}`).matchAll(pattern)].map((found) => found[1] ?? '')),
  );
}

describe('custom-elements.json (D96)', () => {
  it('has every element, under the entry that a host imports it from', async () => {
    const tags = [...registry.map(({ tag }) => tag), 'agni-provider', 'agni-settings'];
    expect(sorted(elements.map(({ tagName }) => tagName))).toEqual(sorted(tags));
    for (const { path, declarations, exports } of manifest.modules) {
      expect(declarations.map(({ tagName }) => tagName)).toEqual([`agni-${path}`]);
      const declaration = { name: declarations[0]?.name, module: path };
      expect(exports).toEqual([
        { kind: 'js', name: declaration.name, declaration },
        { kind: 'custom-element-definition', name: `agni-${path}`, declaration },
      ]);
    }
    const script = manifest.modules.map(
      ({ path, declarations }) =>
        `if (typeof (await import('agni-settings/${path}')).${declarations[0]?.name} !== 'function') throw '${path}';`,
    );
    const cwd = await strangersApp({ 'imports.js': script.join('\n') });
    await promisify(execFile)(process.execPath, ['imports.js'], { cwd });
  });

  it('says what everything that a host can use is for, and lists nothing else', () => {
    for (const element of elements) {
      const { members, attributes, events, slots, cssParts, cssProperties, cssStates } = element;
      const lists = [members, attributes, events, slots, cssParts, cssProperties, cssStates];
      for (const thing of [element, ...lists.flatMap((list) => list ?? [])]) {
        expect(thing.description, `${element.tagName}: ${thing.name}`).toMatch(/\w{2}/);
        expect(Object.keys(thing), `${element.tagName}: ${thing.name}`).not.toContain('inheritedFrom');
      }
      expect(JSON.stringify(members)).not.toMatch(/"privacy":"p(?:rivate|rotected)"|"name":"[#_]/);
    }
  });

  it('has the attributes and properties that the classes have', async () => {
    const script = `import * as kit from 'agni-settings';
      const found = Object.entries(kit).filter(([, { elementProperties }]) => elementProperties).map(([name, element]) =>
        [name, [...element.elementProperties].map(([key, { attribute }]) => [key, typeof attribute === 'string' ? attribute : attribute !== false && key.toLowerCase()])]);
      console.log(JSON.stringify(found));`;
    const cwd = await strangersApp({ 'properties.js': script });
    const { stdout } = await promisify(execFile)(process.execPath, ['properties.js'], { cwd });
    const classes = new Map<string, [string, string | false][]>(JSON.parse(stdout));
    expect(sorted(classes.keys())).toEqual(sorted(namesOf(elements)));
    for (const { name, tagName, members = [], attributes } of elements) {
      const properties = classes.get(name) ?? [];
      expect(namesOf(members), tagName).toEqual(expect.arrayContaining(properties.map(([key]) => key)));
      const ofPlatform = tagName === 'agni-provider' ? ['lang', 'dir'] : [];
      const expected = properties.flatMap(([, attribute]) => attribute || []);
      expect(sorted(namesOf(attributes)), tagName).toEqual(sorted([...expected, ...ofPlatform]));
    }
  });

  it.each([
    ['AgniOrgSettings', organizationLabels],
    ['AgniProfile', profileLabels],
  ])('names each field that `hide` of %s takes', (className, labels) => {
    const element = elements.find(({ name }) => name === className);
    const { description = '' } = element?.attributes?.find(({ name }) => name === 'hide') ?? {};
    expect([...description.matchAll(/`([\w-]+)`/g)].map(([, name]) => name)).toEqual(
      Object.values(labels).map(hiddenName),
    );
  });

  it('has the events, parts and custom properties that the sources have (D77, D78)', () => {
    const fired = elements.flatMap((element) => namesOf(element.events));
    const declared = [...read('src/events.ts').matchAll(/^ {2}'(agni-[\w-]+)': /gm)].map(([, name = '']) => name);
    expect(sorted(fired)).toEqual(sorted(declared));
    const hub = elements.find(({ tagName }) => tagName === 'agni-settings');
    const parts = inSources(/ part="([\w -]+)"/g, ['src/elements', 'src/ui']).flatMap((list) => list.split(' '));
    expect(namesOf(hub?.cssParts)).toEqual(expect.arrayContaining(sorted(parts)));
    const tokens = inSources(/(--agni-[\w-]+\w)[,)]/g, ['src/theme']);
    expect(namesOf(hub?.cssProperties)).toEqual(expect.arrayContaining(sorted(tokens)));
  });
});

it('the data for VS Code and JetBrains has the elements, attributes and events of custom-elements.json (D96)', () => {
  const attributesOf = ({ attributes = [] }: Lists) => sorted(namesOf(attributes));
  const expected = elements.map((element) => [element.tagName, attributesOf(element)]);
  const { tags } = JSON.parse(read('dist/vscode.html-custom-data.json'));
  expect(tags.map((tag: Thing & Lists) => [tag.name, attributesOf(tag)])).toEqual(expected);
  const { html } = JSON.parse(read('dist/web-types.json')).contributions;
  expect(html.elements.map((tag: Thing & Lists) => [tag.name, attributesOf(tag)])).toEqual(expected);
  expect(html.elements.map((tag: { js: Lists }) => namesOf(tag.js.events))).toEqual(
    elements.map(({ events }) => namesOf(events)),
  );
});
