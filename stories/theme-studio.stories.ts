import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ThemeStudio } from '../demo/pages/studio/theme-studio.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import '../src/define/provider.js';
import '../src/define/settings.js';

if (!customElements.get('theme-studio')) customElements.define('theme-studio', ThemeStudio);

const meta: Meta = { title: 'Foundations/Theme studio', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

/** Edits a theme beside the complete hub; the demo has the same page at `/studio`. */
export const Studio: StoryObj = { render: () => html`<theme-studio .fetch=${createSandbox().fetch}></theme-studio>` };
