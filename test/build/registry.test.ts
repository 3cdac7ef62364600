import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import * as components from '../../src/bindings/react.js';
import * as classes from '../../src/elements/classes.js';
import { type ElementEntry, registry } from '../../src/elements/registry.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');

/** The names of all folders with an element, without the hub, which loads the others. */
const elements = readdirSync(`${root}src/elements`, { recursive: true, encoding: 'utf8' })
  .flatMap((path) => /^([\w-]+)\/agni-\1\.ts$/.exec(path)?.[1] ?? [])
  .filter((name) => name !== 'settings');

describe.each(elements)('agni-%s', (name) => {
  const tag = `agni-${name}`;
  const className = tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

  it('is loaded on demand, and exported as a class', async () => {
    const entry = registry.find((one) => one.tag === tag);
    expect(await entry?.load()).toHaveProperty('name', className);
    expect(Object.keys(classes), 'npm run generate').toContain(className);
  });

  it('is loaded with the elements that it contains', () => {
    const source = read(`src/elements/${name}/agni-${name}.ts`);
    const listed = /\bparts: \[([^\]]*)\]/.exec(source)?.[1]?.match(/agni-[\w-]+/g);
    const entry: ElementEntry | undefined = registry.find((one) => one.tag === tag);
    expect(entry?.parts).toEqual(listed);
  });

  it('has an entry of the package that registers it', () => {
    expect(Object.keys(packageJson.exports)).toContain(`./${name}`);
    expect(read(`src/define/${name}.ts`)).toContain(`'${tag}': ${className}`);
  });

  it('has a component for React', () => {
    expect(Object.keys(components), 'npm run generate').toContain(className);
  });

  it('has stories, tests and a line in the README', () => {
    expect(read(`stories/${name}.stories.ts`)).toContain(`component: '${tag}'`);
    expect(readdirSync(`${root}test/elements/${name}`).filter((file) => file.endsWith('.test.ts'))).not.toEqual([]);
    expect(read('README.md')).toContain(`\`<${tag}>\``);
  });
});
