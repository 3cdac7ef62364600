import { fixture, html } from '@open-wc/testing';
import { LitElement, nothing } from 'lit';
import { en } from '../../src/locales/en.js';
import { Locale } from '../../src/locales/locale.js';
import { base } from '../../src/theme/base.js';
import { viewOf } from '../mount.js';

/** An element that shows a template in its shadow root, as the elements of the kit do. */
class TemplateHost extends LitElement {
  static override styles = base;

  content: (() => unknown) | undefined;

  protected override render(): unknown {
    return this.content?.() ?? nothing;
  }
}
customElements.define('template-host', TemplateHost);

/** Shows what a function renders; `update` renders again. */
export async function show(content: () => unknown) {
  const host = await fixture<TemplateHost>(html`<template-host .content=${content}></template-host>`);
  const root = host.shadowRoot as ShadowRoot;
  const update = async () => {
    host.requestUpdate();
    await host.updateComplete;
  };
  /** The focused element in the shadow root. */
  const focused = () => root.activeElement as HTMLElement | null;
  return { host, root, view: viewOf(host), update, focused };
}

/** The shared English words. */
export const words = new Locale('shared', en, 'en');
