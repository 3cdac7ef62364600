import 'agni-settings/settings';
import { createSandbox } from 'agni-settings/sandbox';
import { ThemeStudio } from './theme-studio.js';

customElements.define('theme-studio', ThemeStudio);
const studio = document.createElement('theme-studio') as ThemeStudio;
studio.fetch = createSandbox().fetch;
document.body.append(studio);
