// `npm run build:storybook`: builds Storybook, with the manifest for its docs pages, into storybook-static.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeManifest } from './manifest.mjs';
import { buildStorybook } from './story-pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await writeManifest();
buildStorybook(root, join(root, 'storybook-static'));
