import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { getGhlSetupStatus } from '../src/contract/ghl.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, type PaneArgs, paneControls } from './story-helpers.js';
import '../src/define/integrations.js';

const meta: Meta<PaneArgs> = { title: 'Panes/Integrations', component: 'agni-integrations', ...paneControls };
export default meta;

type Story = StoryObj<PaneArgs>;

const story = createStory(
  ({ headingLevel, noHeading, readonly }) =>
    html`<agni-integrations heading-level=${headingLevel} ?no-heading=${noHeading} ?readonly=${readonly}>
    </agni-integrations>`,
);

export const Ready = story(() => createSandbox());
export const NothingConnected = story(() => createSandbox({ empty: true }));
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: Story = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('nobody'));
/** The view of one service, with the link back. */
export const GoHighLevel = createStory(() => html`<agni-integrations view="ghl"></agni-integrations>`)(() =>
  createSandbox(),
);
export const OneRefused = story(() => createSandbox().fail(getGhlSetupStatus, 403));

/** A host's own card beside the kit's. */
export const WithAnotherCard = createStory(
  () =>
    html`<agni-integrations>
      <section slot="card">
        <h3>Telephone numbers</h3>
        <p>This card is the page's own.</p>
      </section>
    </agni-integrations>`,
)(() => createSandbox());
