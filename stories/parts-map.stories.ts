import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { exportedParts } from '../src/elements/base/child-panes.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory } from './story-helpers.js';
import '../src/define/settings.js';

interface PartArgs {
  part: string;
}

const parts = [...exportedParts.split(', '), 'nav', 'nav-item', 'nav-item-current'];

const meta: Meta<PartArgs> = {
  title: 'Foundations/Parts',
  args: { part: 'button' },
  argTypes: { part: { control: 'select', options: parts } },
  parameters: { controls: { include: ['part'] } },
  tags: ['!autodocs'],
};
export default meta;

const sheet = new CSSStyleSheet();

const story = createStory('agni-settings')(() => createSandbox());

/** Outlines every element with the part that is chosen in the controls, by the selector `agni-settings::part(…)`. */
export const Outlined: StoryObj<PartArgs> = {
  render: ({ part }, context) => {
    sheet.replaceSync(`agni-settings::part(${part}) { outline: 2px solid #e11d48; outline-offset: 1px; }`);
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    return (story.render as NonNullable<StoryObj['render']>)({}, context as never);
  },
};
