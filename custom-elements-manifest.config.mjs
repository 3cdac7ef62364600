import { readFileSync } from 'node:fs';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The details of the kit's events by name, as src/events.ts types them. */
const eventDetails = new Map(
  [...read('src/events.ts').matchAll(/^ {2}'(agni-[\w-]+)': (.+);$/gm)].map(([, name, detail]) => [
    name,
    /^agni-(?:before-|sign-out)/.test(name) ? `${detail} & Waitable` : detail,
  ]),
);

/** The tags of the elements that an element contains, by its own tag. */
const partsOf = new Map(
  [...read('src/elements/registry.ts').matchAll(/tag: '([\w-]+)',\s+load: .+,\s+parts: \[(.+)\]/g)].map(
    ([, tag, parts]) => [tag, [...parts.matchAll(/'([\w-]+)'/g)].map(([, part]) => part)],
  ),
);

const lists = ['members', 'attributes', 'events', 'cssParts', 'cssProperties', 'cssStates'];

/** Keeps the first item of each name. */
const distinct = (things) => things.filter(({ name }, index) => things.findIndex((one) => one.name === name) === index);

/** Reduces an element to its public part: removes private members and base classes that the package does not export. */
function asPublished(element, declarations) {
  const pane = declarations.find(({ name }) => name === 'AgniPane');
  const adopt = (list, others) => {
    element[list] = distinct([element, ...others].flatMap((one) => structuredClone(one[list] ?? [])));
  };
  const isAround = ['agni-provider', 'agni-settings'].includes(element.tagName);
  const inside = ({ tagName }) => tagName && (isAround || partsOf.get(element.tagName)?.includes(tagName));
  adopt('events', declarations.filter(inside)); // events bubble
  // The hub shows panes and exports their parts.
  if (element.tagName === 'agni-settings')
    for (const list of ['cssParts', 'cssProperties', 'cssStates']) adopt(list, [pane]);
  element.superclass = { name: 'LitElement', package: 'lit' };
  element.members = element.members?.filter(({ privacy = 'public' }) => privacy === 'public');
  element.events = element.events.filter(({ name }) => eventDetails.has(name));
  for (const list of lists) for (const thing of element[list] ?? []) delete thing.inheritedFrom;
  // The type of `hide` derives its names from labels, which is unreadable here; the description lists the names.
  for (const { name, type } of [...element.members, ...(element.attributes ?? [])])
    if (name === 'hide') type.text = 'string';
  for (const event of element.events) event.type = { text: `CustomEvent<${eventDetails.get(event.name)}>` };
}

/** One module for each entry of the package that defines an element: `agni-settings/profile` is `profile`. */
const packageEntries = {
  name: 'package-entries',
  packageLinkPhase({ customElementsManifest }) {
    // The analyzer lists modules in the order of the file system, which differs between machines.
    const declarations = customElementsManifest.modules
      .flatMap((module) => module.declarations ?? [])
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    customElementsManifest.modules = declarations
      .filter(({ tagName }) => tagName)
      .map((original) => {
        const element = structuredClone(original);
        asPublished(element, declarations);
        const path = element.tagName.slice('agni-'.length);
        const declaration = { name: element.name, module: path };
        const exports = [
          { kind: 'js', name: element.name, declaration },
          { kind: 'custom-element-definition', name: element.tagName, declaration },
        ];
        return { kind: 'javascript-module', path, declarations: [element], exports };
      });
  },
};

/** Without parts and custom properties in the description of each element: editors complete these separately. */
const editorOptions = { outdir: 'dist', hideLogs: true, hideCssPropertiesDocs: true, hideCssPartsDocs: true };

export default {
  // With the base classes, because the manifest lists inherited members.
  globs: ['src/elements/base/agni-*.ts', 'src/elements/*/agni-*.ts', 'src/context/agni-provider.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    packageEntries,
    customElementVsCodePlugin(editorOptions),
    customElementJetBrainsPlugin({ ...editorOptions, packageJson: false }),
  ],
};
