export type { AgniElements } from './bindings/elements.js';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type EndpointOverride,
} from './client/client.js';
export { AgniError } from './client/error.js';
export { AgniProvider } from './context/agni-provider.js';
export { configure } from './context/configure.js';
export type { HostOptions } from './context/host.js';
export type { ReferenceCard } from './elements/api-reference/agni-api-reference.js';
export type { PaneState } from './elements/base/pane.js';
export * from './elements/classes.js';
export type * from './events.js';
export type { Language } from './locales/languages.js';
export type { HostMessages, MessageKey, Messages } from './locales/messages.js';
export type { Pack, PackWords } from './locales/pack.js';
export { registerLanguage } from './locales/register-language.js';
