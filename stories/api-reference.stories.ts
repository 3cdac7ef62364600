import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getCurrentUser } from '../src/contract/me.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, inPseudoLocale, never, paneControls, press } from './story-helpers.js';
import '../src/define/api-reference.js';

const meta: Meta = { title: 'Panes/API reference', component: 'agni-api-reference', ...paneControls };
export default meta;

const cards = [
  {
    id: 'hooks',
    heading: 'Webhooks',
    text: 'What we tell your server, and when.',
    href: 'https://docs.example/webhooks',
    examples: [{ id: 'ruby', label: 'Ruby', code: 'puts "Hello"' }],
  },
];

const story = createStory('agni-api-reference');

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Python = story(
  () => createSandbox(),
  (view) => press(view, 'Python'),
);
export const OwnCards = createStory('agni-api-reference', { cards })(() => createSandbox());
export const Loading = story(() => createSandbox().fail(getCurrentUser, 200, undefined, never), 'loading');
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Narrow: StoryObj = { ...story(() => createSandbox()), globals: { width: '320' } };
