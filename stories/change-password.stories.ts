import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getCurrentUser } from '../src/contract/me.js';
import { changePassword } from '../src/contract/password.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, type } from './story-helpers.js';
import '../src/define/change-password.js';

const meta: Meta = { title: 'Panes/Change Password', component: 'agni-change-password', ...paneControls };
export default meta;

const story = createStory('agni-change-password');

/** A sandbox with these properties of the signed-in user. */
const signedInUser = (more: object) => {
  const data = { id: '0190aaaa-0000-7000-8000-000000000001', email: 'ada@northwind.example', role: 'MEMBER', ...more };
  return createSandbox().fail(getCurrentUser, 200, undefined, { body: { success: true, message: '', data } });
};

/** Fills the form in and sends it. */
async function change(view: ShadowRoot, current: string, next: string, confirmation = next): Promise<void> {
  type(view, 'current_password', current);
  type(view, 'new_password', next);
  type(view, 'confirmation', confirmation);
  await press(view, 'Change Password');
}

const known = 'Purple-otter-42';
const next = 'Walnut harbour seven';

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never), 'loading');
export const Offline = story(() => createSandbox().fail(getCurrentUser, 0, undefined, { drop: true }));
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const TemporaryPassword = story(() => signedInUser({ must_change_password: true }));
export const SignsInWithGoogle = story(() => signedInUser({ auth_provider: 'google' }));

export const Shown = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Show New Password');
    type(view, 'new_password', next);
    await found(view, 'input[name=new_password][type=text]');
  },
);

export const FieldErrors = story(
  () => createSandbox(),
  async (view) => {
    await change(view, '', 'short');
    await found(view, '[aria-invalid=true]');
  },
);

export const NotConfirmed = story(
  () => createSandbox(),
  async (view) => {
    await change(view, known, next, 'Walnut harbour eight');
    await found(view, '[aria-invalid=true]');
  },
);

export const WrongCurrentPassword = story(
  () => createSandbox(),
  async (view) => {
    await change(view, 'not my password', next);
    await found(view, '[aria-invalid=true]');
  },
);

export const EasyToGuess = story(
  () => createSandbox(),
  async (view) => {
    await change(view, known, 'password1');
    await found(view, '[aria-invalid=true]');
  },
);

export const TooManyAttempts = story(
  () => createSandbox().fail(changePassword, 429, undefined, { headers: { 'Retry-After': '840' } }),
  async (view) => {
    await change(view, known, next);
    await found(view, '[role=alert]');
  },
);

export const AnswerLost = story(
  () => createSandbox().fail(changePassword, 0, undefined, { drop: true }),
  async (view) => {
    await change(view, known, next);
    await found(view, '[role=alert]');
  },
);

export const Changing = story(
  () => createSandbox().fail(changePassword, 200, undefined, never),
  (view) => change(view, known, next),
);

export const Changed = story(
  () => createSandbox(),
  async (view) => {
    await change(view, known, next);
    while (!view.querySelector('[part=message]')?.textContent?.includes('Password changed')) {
      await new Promise(requestAnimationFrame);
    }
  },
);
