import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getCurrentUser } from '../src/contract/me.js';
import { listSessions } from '../src/contract/sessions.js';
import { getTwoFactor } from '../src/contract/two-factor.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, inPseudoLocale, never, paneControls } from './story-helpers.js';
import '../src/define/security.js';

const meta: Meta = { title: 'Panes/Security', component: 'agni-security', ...paneControls };
export default meta;

const story = createStory('agni-security');

const temporary = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  email: 'ada@northwind.example',
  role: 'MEMBER',
  must_change_password: true,
};

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never), 'loading');
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const OnePartFailed = story(() => createSandbox().fail(listSessions, 500));
export const OnePartUnavailable = story(() => createSandbox().fail(getTwoFactor, 404));

export const TemporaryPassword = story(() =>
  createSandbox().fail(getCurrentUser, 200, undefined, { body: { success: true, message: '', data: temporary } }),
);
