import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { getGhlSetupStatus } from '../src/contract/ghl.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, inPseudoLocale, paneControls } from './story-helpers.js';
import '../src/define/integrations.js';

const meta: Meta = {
  title: 'Panes/Integrations',
  component: 'agni-integrations',
  args: { ...paneControls.args, view: '' },
  argTypes: { ...paneControls.argTypes, view: { control: 'inline-radio', options: ['', 'ghl', 'calcom'] } },
};
export default meta;

const story = createStory('agni-integrations');

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const NothingConnected = story(() => createSandbox({ empty: true }));
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
/** The view of one service, with the link back. */
export const GoHighLevel: StoryObj = { ...story(() => createSandbox()), args: { view: 'ghl' } };
export const OneRefused = story(() => createSandbox().fail(getGhlSetupStatus, 403));

/** A card of the host beside the kit's cards. */
export const WithAnotherCard = createStory(
  'agni-integrations',
  {},
  html`<section slot="card">
    <h3>Telephone numbers</h3>
    <p>This card is the page's own.</p>
  </section>`,
)(() => createSandbox());
