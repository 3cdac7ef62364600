import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { getCurrentUser } from '../src/contract/me.js';
import { panes } from '../src/elements/panes.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, type } from './story-helpers.js';
import '../src/define/settings.js';

const meta: Meta = {
  title: 'Panes/Settings',
  component: 'agni-settings',
  args: { ...paneControls.args, pane: '', panes: '', routing: 'none' },
  argTypes: {
    ...paneControls.argTypes,
    pane: { control: 'select', options: ['', ...panes.keys()] },
    panes: { control: 'text' },
    routing: { control: 'inline-radio', options: ['none', 'hash'] },
  },
};
export default meta;

const story = createStory('agni-settings');
const withPane = (pane: string, makeSandbox = () => createSandbox()): StoryObj => ({
  ...story(makeSandbox),
  args: { pane },
});

export const Organization = withPane('organization');
export const Profile = withPane('profile');
export const Security = withPane('security');
export const ApiKeys = withPane('api-keys');
export const Users = withPane('users');
export const InviteUser = withPane('invite-user');
export const Integrations = withPane('integrations');
export const ApiReference = withPane('api-reference');

export const PseudoLocale = inPseudoLocale(withPane('security'));
export const Member = withPane('api-keys', () => createSandbox().as('MEMBER'));
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never), 'loading');
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const ChosenPanes: StoryObj = { ...story(() => createSandbox()), args: { panes: 'security api-keys' } };

const billing = html`<section slot="pane:billing" label="Billing">
  <h3>Billing</h3>
  <p>A pane of the host's own.</p>
</section>`;

export const HostPane: StoryObj = {
  ...createStory('agni-settings', {}, billing)(() => createSandbox()),
  args: { pane: 'billing' },
};

export const UnsavedChanges = story(
  () => createSandbox(),
  async (view) => {
    const organization = (await found(view, 'agni-org-settings')).shadowRoot as ShadowRoot;
    await found(organization, '[name=website]');
    type(organization, 'website', 'https://draft.example');
    (await found<HTMLElement>(view, '[href$="#profile"]')).click();
    await found(view, '.mark'); // the draft is kept
  },
);

/** The search with `query` in its field. */
const searching = (query: string, shown: string) =>
  story(
    () => createSandbox(),
    async (view) => {
      await press(view, 'Search settings');
      const field = await found<HTMLInputElement>(view, '[role=combobox]');
      field.value = query;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await found(view, shown);
    },
  );

export const Searching = searching('website', '[role=option] .muted');
export const NothingFound = searching('no such setting', '[role=status]:not(:empty)');

const checkUp = (makeSandbox: () => ReturnType<typeof createSandbox>) =>
  story(makeSandbox, async (view) => {
    await press(view, 'Security Check-up');
    await found(view, '.findings');
    while (view.querySelector('.findings')?.textContent?.includes('Checking…')) {
      await new Promise(requestAnimationFrame);
    }
  });

export const CheckUp = checkUp(() => createSandbox());
export const CheckUpOfMember = checkUp(() => createSandbox().as('MEMBER'));

export const Narrow: StoryObj = { ...story(() => createSandbox()), globals: { width: '320' } };
export const MenuOpen: StoryObj = {
  ...story(
    () => createSandbox(),
    async (view) => (await found<HTMLElement>(view, '.menu')).click(),
  ),
  globals: { width: '320' },
};
export const RightToLeft: StoryObj = { ...story(() => createSandbox()), globals: { dir: 'rtl' } };
export const Dark: StoryObj = { ...story(() => createSandbox()), globals: { scheme: 'dark' } };
