import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { getCurrentUser } from '../src/contract/me.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, never, type PaneArgs, paneControls, press } from './story-helpers.js';
import '../src/define/api-reference.js';

const meta: Meta<PaneArgs> = { title: 'Panes/API reference', component: 'agni-api-reference', ...paneControls };
export default meta;

type Story = StoryObj<PaneArgs>;

const cards = [
  {
    id: 'hooks',
    heading: 'Webhooks',
    text: 'What we tell your server, and when.',
    href: 'https://docs.example/webhooks',
    examples: [{ id: 'ruby', label: 'Ruby', code: 'puts "Hello"' }],
  },
];

const pane = ({ headingLevel, noHeading }: PaneArgs, own?: typeof cards) =>
  html`<agni-api-reference
    heading-level=${headingLevel}
    ?no-heading=${noHeading}
    .cards=${own}
  ></agni-api-reference>`;

const story = createStory((args) => pane(args));

export const Ready = story(() => createSandbox());
export const Python = story(
  () => createSandbox(),
  (view) => press(view, 'Python'),
);
export const OwnCards: Story = createStory((args) => pane(args, cards))(() => createSandbox());
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never));
export const SignedOut = story(() => createSandbox().as('nobody'));
export const Narrow: Story = { ...story(() => createSandbox()), globals: { width: '320' } };
