import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getCurrentUser } from '../src/contract/me.js';
import { updateCurrentUser } from '../src/contract/profile-change.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, type } from './story-helpers.js';
import '../src/define/profile.js';

const meta: Meta = { title: 'Panes/Profile', component: 'agni-profile', ...paneControls };
export default meta;

const story = createStory('agni-profile');

const signedInUser = (said: object) => {
  const body = { id: '0190aaaa-0001-7000-8000-00000000abcd', email: 'ida@northwind.example', role: 'MEMBER', ...said };
  return createSandbox().fail(getCurrentUser, 200, undefined, { body });
};

const submit = (view: ShadowRoot) => view.querySelector('form')?.requestSubmit();

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never), 'loading');
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Refused = story(() => createSandbox().fail(getCurrentUser, 403));
export const Offline = story(() => createSandbox().fail(getCurrentUser, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(getCurrentUser, 500));

/** A reply with the required fields only. */
export const WithoutName = story(() => signedInUser({}));

export const WithGoogle = story(() =>
  signedInUser({
    first_name: 'Yuki',
    last_name: 'Tanabe',
    auth_provider: 'google',
    created_at: '2026-03-02T09:00:00Z',
  }),
);

export const LongName = story(() =>
  signedInUser({
    first_name: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6),
    last_name: 'الأندلسي 👩‍🚀',
    permissions: ['x'.repeat(90)],
  }),
);

export const TemporaryPassword = story(() => signedInUser({ must_change_password: true }));

export const UnsavedChanges = story(
  () => createSandbox(),
  (view) => type(view, 'first_name', 'Adaeze'),
);

export const Saved = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'first_name', 'Adaeze');
    submit(view);
    await found(view, '.message:not(:empty)');
  },
);

export const FieldErrors = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'first_name', '');
    type(view, 'last_name', 'x'.repeat(81));
    submit(view);
    await found(view, '[aria-invalid=true]');
  },
);

export const NotSaved = story(
  () => createSandbox().fail(updateCurrentUser, 500),
  async (view) => {
    type(view, 'last_name', 'Achebe');
    submit(view);
    await found(view, '[role=alert]');
  },
);
