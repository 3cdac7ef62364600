/** A framework, and a page written with it that embeds the hub. */
interface FrameworkPage {
  name: string;
  packages: readonly string[];
  /** The module that shows the page in `main`, in the syntax of the framework. */
  source: string;
}

/**
 * Code that all pages share: properties of the provider, including an object and a function, and a listener. The button
 * changes an attribute, and the hub's event determines the pane.
 */
export const shared = `
import 'agni-settings/settings';
import { createSandbox } from 'agni-settings/sandbox';
export const { fetch } = createSandbox();
export const messages = { 'profile.heading': 'My Profile' };
globalThis.reports = [];
export const onReady = () => reports.push('ready');
/** The pane that the user wants, in place of the hub's own navigation. */
export const wanted = (event) => {
  event.preventDefault();
  reports.push('navigate ' + event.detail.pane);
  return event.detail.pane;
};
`;

const react = `
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AgniProvider, AgniSettings } from 'agni-settings/react';
import { fetch, messages, onReady, wanted } from './shared.js';
function App() {
  const [pane, setPane] = useState('profile');
  const [level, setLevel] = useState(2);
  return h(AgniProvider, { lang: 'en', fetch, messages },
    h(AgniSettings, { pane, headingLevel: level, onAgniReady: onReady, onAgniNavigate: (event) => setPane(wanted(event)) },
      h('section', { slot: 'pane:billing', 'aria-label': 'Billing' }, h('input', { 'aria-label': 'Card' }))),
    h('button', { onClick: () => setLevel(3) }, 'Deeper'));
}
createRoot(document.querySelector('main')).render(h(App));
`;

const preact = `
import { h, render } from 'preact';
import { useState } from 'preact/hooks';
import { fetch, messages, onReady, wanted } from './shared.js';
function App() {
  const [pane, setPane] = useState('profile');
  const [level, setLevel] = useState(2);
  return h('agni-provider', { lang: 'en', fetch, messages },
    h('agni-settings', { pane, 'heading-level': level, 'onagni-ready': onReady, 'onagni-navigate': (event) => setPane(wanted(event)) },
      h('section', { slot: 'pane:billing', 'aria-label': 'Billing' }, h('input', { 'aria-label': 'Card' }))),
    h('button', { onClick: () => setLevel(3) }, 'Deeper'));
}
render(h(App), document.querySelector('main'));
`;

const vue = `
import { createApp, ref } from 'vue/dist/vue.esm-bundler.js';
import { fetch, messages, onReady, wanted } from './shared.js';
const app = createApp({
  setup() {
    const pane = ref('profile');
    const level = ref(2);
    const go = (event) => { pane.value = wanted(event); };
    return { pane, level, go, fetch, messages, onReady };
  },
  template: \`<agni-provider lang="en" :fetch="fetch" :messages="messages">
    <agni-settings :pane="pane" :heading-level="level" @agni-ready="onReady" @agni-navigate="go">
      <section slot="pane:billing" aria-label="Billing"><input aria-label="Card"></section>
    </agni-settings>
    <button @click="level = 3">Deeper</button>
  </agni-provider>\`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.startsWith('agni-');
app.mount('main');
`;

const svelte = `<script>
  import { fetch, messages, onReady, wanted } from './shared.js';
  let pane = $state('profile');
  let level = $state(2);
</script>
<agni-provider lang="en" {fetch} {messages}>
  <agni-settings {pane} heading-level={level} onagni-ready={onReady} onagni-navigate={(event) => (pane = wanted(event))}>
    <section slot="pane:billing" aria-label="Billing"><input aria-label="Card" /></section>
  </agni-settings>
  <button onclick={() => (level = 3)}>Deeper</button>
</agni-provider>
`;

const solid = `
import { createSignal } from 'solid-js';
import html from 'solid-js/html';
import { render } from 'solid-js/web';
import { fetch, messages, onReady, wanted } from './shared.js';
const [pane, setPane] = createSignal('profile');
const [level, setLevel] = createSignal(2);
render(() => html\`<agni-provider lang="en" prop:fetch=\${() => fetch} prop:messages=\${() => messages}>
  <agni-settings attr:pane=\${pane} attr:heading-level=\${level} on:agni-ready=\${onReady} on:agni-navigate=\${(event) => setPane(wanted(event))}>
    <section slot="pane:billing" aria-label="Billing"><input aria-label="Card" /></section>
  </agni-settings>
  <button onClick=\${() => setLevel(3)}>Deeper</button>
</agni-provider>\`, document.querySelector('main'));
`;

const angular = `
import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { fetch, messages, onReady, wanted } from './shared.js';
class App {
  pane = signal('profile');
  level = signal(2);
  fetch = fetch;
  messages = messages;
  onReady = onReady;
  go(event) { this.pane.set(wanted(event)); }
}
const Page = Component({
  selector: 'main',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`<agni-provider lang="en" [fetch]="fetch" [messages]="messages">
    <agni-settings [pane]="pane()" [attr.heading-level]="level()" (agni-ready)="onReady()" (agni-navigate)="go($event)">
      <section slot="pane:billing" aria-label="Billing"><input aria-label="Card"></section>
    </agni-settings>
    <button (click)="level.set(3)">Deeper</button>
  </agni-provider>\`,
})(App);
bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
`;

export const frameworkPages: readonly FrameworkPage[] = [
  { name: 'React 18', packages: ['react@18', 'react-dom@18'], source: react },
  { name: 'React 19', packages: ['react@19', 'react-dom@19'], source: react },
  { name: 'Preact', packages: ['preact@10'], source: preact },
  { name: 'Vue', packages: ['vue@3'], source: vue },
  { name: 'Svelte', packages: ['svelte@5'], source: svelte },
  { name: 'Solid', packages: ['solid-js@1'], source: solid },
  {
    name: 'Angular',
    packages: ['core', 'common', 'compiler', 'platform-browser'].map((name) => `@angular/${name}@22`).concat('rxjs@7'),
    source: angular,
  },
];
