// The allowed imports: each folder lists the folders of src and the packages that it may import.
// `types` may only be imported as types, so they are not part of the build.
const folders = {
  contract: { packages: ['zod/mini'] },
  client: { src: ['contract'], packages: ['ky', 'zod/mini'] },
  resources: { src: ['client', 'contract'] },
  theme: { packages: ['lit'] },
  locales: { packages: ['lit', '@lit/context'], types: ['elements', 'ui', 'context'] },
  context: {
    src: ['resources', 'client', 'contract', 'theme', 'locales', 'events.ts'],
    packages: ['lit', '@lit/context', '@lit/reactive-element'],
  },
  ui: {
    src: ['theme', 'locales', 'client/server-clock.ts'],
    packages: ['lit', 'uqr'],
    types: ['resources', 'client', 'contract', 'context', 'zod/mini'],
  },
  elements: {
    src: ['context', 'ui', 'theme', 'locales', 'events.ts', 'contract', 'resources', 'client'],
    packages: ['lit', 'zod/mini', 'd3-dsv'],
  },
  define: { src: ['elements', 'context', 'locales'], types: ['events.ts'] },
  bindings: {
    src: ['define'],
    packages: ['react', '@types/react', 'vue', 'svelte', 'solid-js'],
    types: ['elements', 'context', 'events.ts'],
  },
  sandbox: {
    src: ['contract'],
    packages: ['hono', 'jose', 'otpauth', 'zod/mini', 'bowser', '@zxcvbn-ts/language-common'],
  },
};

// The same for the folders of src/sandbox. All services need `platform`, all routes `services`. app.ts and
// create-sandbox.ts may import every folder.
const sandboxFolders = {
  words: [],
  db: [],
  crypto: ['db'],
  mail: ['db'],
  http: ['services', 'auth', 'db'],
  auth: ['services', 'platform', 'http', 'crypto', 'db', 'mail', 'users', 'api-keys'],
  users: ['services', 'platform', 'http', 'auth', 'crypto', 'db', 'mail', 'words'],
  organizations: ['services', 'http', 'db'],
  'api-keys': ['services', 'http', 'auth', 'crypto', 'db'],
  agents: ['services', 'http', 'db'],
  ghl: ['services', 'http', 'auth', 'agents', 'crypto', 'db', 'words'],
  calcom: ['services', 'http', 'agents', 'crypto', 'db'],
  seed: ['platform', 'api-keys', 'calcom', 'crypto', 'db', 'ghl', 'organizations', 'users'],
  testing: ['services', 'http', 'auth', 'crypto', 'db', 'mail', 'seed'],
};

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const inSource = (name) => `^src/${literal(name)}${name.endsWith('.ts') ? '$' : '/'}`;
const inPackage = (name) => `node_modules/${literal(name)}(?:/|\\.)`;
const place = (name) => (name in folders || name.endsWith('.ts') ? inSource(name) : inPackage(name));

const folderRules = Object.entries(folders).flatMap(([folder, { src = [], packages = [], types = [] }]) => {
  const always = [folder, ...src, ...packages].map(place);
  const reachable = [...always, ...types.map(place)];
  return [
    {
      name: `${folder}-imports`,
      comment: `src/${folder} reaches only ${[...src, ...packages].join(', ') || 'itself'}; as types also ${types.join(', ') || 'nothing else'}`,
      severity: 'error',
      from: { path: inSource(folder) },
      to: { pathNot: reachable },
    },
    ...(types.length
      ? [
          {
            name: `${folder}-types-only`,
            comment: `src/${folder} may know ${types.join(', ')} by \`import type\` alone`,
            severity: 'error',
            from: { path: inSource(folder) },
            to: { path: types.map(place), pathNot: always, dependencyTypesNot: ['type-only', 'type-import'] },
          },
        ]
      : []),
  ];
});

const sandboxRules = Object.entries(sandboxFolders).map(([folder, reachable]) => ({
  name: `sandbox-${folder}-imports`,
  comment: `src/sandbox/${folder} reaches only ${reachable.join(', ') || 'itself'} in src/sandbox`,
  severity: 'error',
  from: { path: `^src/sandbox/${folder}/` },
  to: { path: '^src/sandbox/', pathNot: `^src/sandbox/(?:${[folder, ...reachable].join('|')})(?:/|\\.ts$)` },
}));

module.exports = {
  forbidden: [
    ...folderRules,
    ...sandboxRules,
    {
      name: 'elements-apart',
      comment: 'Elements never import each other; what several share lies in src/elements/base or src/ui',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/', pathNot: '^src/elements/base/' },
      to: { path: '^src/elements/[^/]+/', pathNot: ['^src/elements/$1/', '^src/elements/base/'] },
    },
    {
      name: 'base-below-elements',
      comment: 'src/elements/base serves every element and imports none',
      severity: 'error',
      from: { path: '^src/elements/base/' },
      to: { path: '^src/elements/', pathNot: '^src/elements/base/' },
    },
    {
      name: 'definitions-for-servers',
      comment:
        'The script-tag build has no query, body, shape and faults of operations, so no client code may read them',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:contract|sandbox|bin)/' },
      to: { path: '^src/contract/(?:definition|all)\\.ts$' },
    },
    {
      name: 'events-alone',
      comment: 'The table of events is a leaf',
      severity: 'error',
      from: { path: '^src/events\\.ts$' },
      to: { dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'registering-on-purpose',
      comment: 'Importing agni-settings registers nothing',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:define/|bindings/|cdn\\.ts$|bundle\\.ts$)' },
      to: { path: '^src/(?:define/|cdn\\.ts$|bundle\\.ts$)', dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'entries-apart',
      comment: 'What the package exports imports no other entry, which a dev server may bundle into a cycle',
      severity: 'error',
      from: { path: '^src/define/', pathNot: '^src/define/observe\\.ts$' },
      to: { path: '^src/define/', pathNot: '^src/define/(?:define|register|loaders|load)\\.ts$' },
    },
    {
      name: 'free-of-node',
      comment: 'All of src but the commands runs in a browser, the sandbox too',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/bin/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-way-back',
      comment: 'src knows nothing of what is built on it',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/bin/' },
      to: { path: '^(?:demo|stories|test|scripts|bench|dist)/' },
    },
    {
      name: 'bin-imports',
      comment: 'The commands start the sandbox as the demo does, and use client and contract',
      severity: 'error',
      from: { path: '^src/bin/' },
      to: {
        pathNot: '^(?:src/(?:bin|sandbox|client|contract)/|demo/server/|package\\.json$)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'bin-on-top',
      comment: 'Nothing is built on the commands',
      severity: 'error',
      from: { path: '^(?:src|demo|stories)/', pathNot: '^src/bin/' },
      to: { path: '^src/bin/' },
    },
    {
      name: 'demo-as-host',
      comment: 'The demo takes the built kit by its name; its server takes sandbox and contract',
      severity: 'error',
      from: { path: '^demo/' },
      to: { path: '^src/', pathNot: '^src/(?:sandbox|contract)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two modules that need each other are one, or miss a third (types alone may point both ways)',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'no-circles-of-types',
      comment: 'In the sandbox and the demo not even types point both ways',
      severity: 'error',
      from: { path: '^(?:src/sandbox|demo)/' },
      to: { circular: true },
    },
    {
      name: 'server-apart-from-pages',
      comment: 'Host pages run in a browser and talk to the server over HTTP alone',
      severity: 'error',
      from: { path: '^demo/(pages|server)/' },
      to: { path: '^demo/', pathNot: '^demo/$1/' },
    },
    {
      name: 'pages-as-host',
      comment: 'Host pages take the built kit by its name',
      severity: 'error',
      from: { path: '^demo/pages/' },
      to: { path: '^src/' },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere; the package itself is there once it is built',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^agni-settings(?:/|$)' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.build.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
