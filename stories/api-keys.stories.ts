import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createApiKey, deleteApiKey } from '../src/contract/api-key-change.js';
import { listApiKeys } from '../src/contract/api-keys.js';
import { createSandbox, type Sandbox } from '../src/sandbox/create-sandbox.js';
import {
  createStory,
  found,
  inPseudoLocale,
  never,
  paneControls,
  press,
  pressInMenu,
  type,
  unrefreshed,
} from './story-helpers.js';
import '../src/define/api-keys.js';

const meta: Meta = { title: 'Panes/API keys', component: 'agni-api-keys', ...paneControls };
export default meta;

const story = createStory('agni-api-keys');

/** Fills the form for a new key and sends it. */
async function create(view: ShadowRoot, name: string): Promise<void> {
  await press(view, '+ New Key');
  await found(view, 'dialog[open] [name=name]');
  type(view, 'name', name);
  await press(view, 'Create Key');
}

/** Replaces a key, through all steps. */
async function replace(view: ShadowRoot, name: string): Promise<void> {
  await pressInMenu(view, name, 'Replace');
  await found(view, 'dialog[open] form');
  await press(view, 'Replace');
  (await found<HTMLInputElement>(view, '[name=stored]')).click();
  await press(view, 'Done');
  await found(view, '[part=row] [part=notice]');
}

/** A list that the seed does not have: keys in different states, one with a long name. */
function withKeys(count: number): Sandbox {
  const day = 86_400_000;
  const data = Array.from({ length: count }, (_, index) => ({
    id: `0190bbbb-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: index === 1 ? `A name that goes on ${'and on '.repeat(20)}` : `Key ${index + 1}`,
    prefix: 'agni_k',
    last_four: String(1000 + index),
    created_at: new Date(Date.now() - index * 9 * day).toISOString(),
    last_used_at: index % 3 ? new Date(Date.now() - index * index * 3_600_000).toISOString() : null,
    expires_at: index % 4 ? new Date(Date.now() + (index - 4) * 5 * day).toISOString() : null,
  }));
  return createSandbox().fail(listApiKeys, 200, undefined, { body: { success: true, message: '', data } });
}

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(listApiKeys, 200, undefined, never), 'loading');
export const Empty = story(() => createSandbox({ empty: true }));
export const Many = story(() => withKeys(45));
export const Refused = story(() => createSandbox().as('MEMBER'));
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const NoApiAccess = story(() => createSandbox().fail(listApiKeys, 403, 'API_ACCESS_DISABLED'));
export const Offline = story(() => createSandbox().fail(listApiKeys, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(listApiKeys, 500));
export const NotRefreshed = story(...unrefreshed(listApiKeys));
/** The pane waits for the time in the `Retry-After` header. */
export const Busy = story(
  () => createSandbox().fail(listApiKeys, 429, undefined, { headers: { 'Retry-After': '60' } }),
  'loading',
);
export const UnreadableReply = story(() => createSandbox().fail(listApiKeys, 200, undefined, { body: { data: 1 } }));
export const Unavailable = story(() => createSandbox().fail(listApiKeys, 404));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };

export const AfterALeak = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'What to do after a leak');
    await found(view, '.advice');
  },
);

export const NewKeyDialog = story(
  () => createSandbox(),
  async (view) => {
    await press(view, '+ New Key');
    await found(view, 'dialog[open]');
  },
);

export const NeverExpiring = story(
  () => createSandbox(),
  async (view) => {
    await press(view, '+ New Key');
    await found(view, 'dialog[open]');
    type(view, 'expires', 'never');
  },
);

export const NameTaken = story(
  () => createSandbox().fail(createApiKey, 409, 'CONFLICT'),
  async (view) => {
    await create(view, 'staging two');
    await found(view, '[aria-invalid=true]');
  },
);

export const NotCreated = story(
  () => createSandbox().fail(createApiKey, 500),
  async (view) => {
    await create(view, 'staging two');
    await found(view, '[role=alert]');
  },
);

export const SavedKeyDialog = story(
  () => createSandbox(),
  async (view) => {
    await create(view, 'staging two');
    await found(view, '[name=key]');
  },
);

export const Menu = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Actions for Production');
    await found(view, '[role=menuitem]');
  },
);

export const CodeExamples = story(
  () => createSandbox(),
  async (view) => {
    await pressInMenu(view, 'Production', 'Code examples');
    await found(view, 'dialog[open] pre');
  },
);

export const DeleteDialog = story(
  () => createSandbox(),
  async (view) => {
    await pressInMenu(view, 'Production', 'Delete');
    await found(view, 'dialog[open]');
  },
);

export const NotDeleted = story(
  () => createSandbox().fail(deleteApiKey, 500),
  async (view) => {
    await pressInMenu(view, 'Production', 'Delete');
    await found(view, '[name=confirmation]');
    type(view, 'confirmation', 'Production');
    await press(view, 'Delete Key');
    await found(view, '[role=alert]');
  },
);

export const ReplaceDialog = story(
  () => createSandbox(),
  async (view) => {
    await pressInMenu(view, 'Production', 'Replace');
    await found(view, 'dialog[open]');
  },
);

export const Replacing = story(
  () => createSandbox(),
  (view) => replace(view, 'Production'),
);
