import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { AgniError } from '../../client/error.js';
import type { HostOptions } from '../../context/host.js';
import { isAssumed } from '../../contract/assumed-operations.js';
import { languages, scriptOf } from '../../locales/languages.js';
import type { ElementWords, PaneWords } from './agni-element.js';
import { hiddenName } from './hidden-fields.js';
import type { ExplainedElement } from './pane-events.js';

type Hub = HTMLElementTagNameMap['agni-settings'];

/** Finds settings of the host page that have no effect or an unintended one: a sentence for each, with the fix. */
export async function findMistakes(pane: ExplainedElement): Promise<string[]> {
  const isOfKit = (node: Element) => node.localName?.startsWith('agni-') && 'elementProperties' in node.constructor;
  const elements = [...pathOf(pane)].filter(isOfKit);
  const provider = elements.find(({ localName }) => localName === 'agni-provider') as HostOptions | undefined;
  const options: HostOptions = pane.options ?? provider ?? {};
  return [
    ...elements.flatMap((element) => misspellings(element as ReactiveElement)),
    ...elements.flatMap((element) => (element.localName === 'agni-settings' ? unknownPanes(element as Hub) : [])),
    ...elements.flatMap((element) => ('hide' in element ? unknownFields(element as Hiding) : [])),
    ...unusableOptions(options),
    ...unknownOperations(options.endpoints ?? {}),
    ...(options.messages ? await unknownMessages(options.messages) : []),
    ...missingWords(pane),
    ...absentApi(pane, options),
    ...failedToken(pane),
    ...(await unregistered(provider as unknown as Element | undefined)),
  ];
}

/** A node and its ancestors, across shadow roots. */
function* pathOf(node: Node): Generator<Element> {
  for (let next: Node | null = node; next; next = next.parentNode ?? ((next as ShadowRoot).host || null)) {
    yield next as Element;
  }
}

const plain = (name: string) => name.replaceAll('-', '').toLowerCase();

/** Attributes that every element may have. */
const common = new Set(['class', 'exportparts', 'is']);
for (const name in document.createElement('div')) common.add(name.toLowerCase());
const isOfFramework = (name: string) =>
  !/^[a-z-]+$/.test(name) || /^(?:aria|data|hx|item|js|ng|on|v|wire|x)/.test(name);

/** Finds attributes and properties that the element does not have; most result from how a framework maps a name. */
function misspellings(element: ReactiveElement): string[] {
  const { localName: tag } = element;
  const { elementProperties, observedAttributes } = element.constructor as typeof ReactiveElement;
  const find = (name: string) => [...elementProperties].find(([property]) => plain(String(property)) === plain(name));
  const valueIn = (one: Element, property: PropertyKey) => (one as unknown as Record<PropertyKey, unknown>)[property];
  const untouched = document.createElement(tag);
  // Server rendering writes a property as an attribute, and in the browser the framework sets the property.
  const isSet = (property: PropertyKey, text: string | null) =>
    String(valueIn(element, property)) === text || valueIn(element, property) !== valueIn(untouched, property);
  const attributes = element.getAttributeNames().flatMap((name) => {
    const [property = '', declaration = {}] = find(name) ?? [];
    const attribute = attributeOf(String(property), declaration);
    const text = element.getAttribute(name);
    if (attribute === name && declaration.type === Boolean && text === 'false')
      return `<${tag} ${name}="false"> counts as set. Leave the attribute out, or set the property ${String(property)}.`;
    if (!property && !observedAttributes.includes(name) && !common.has(name) && !isOfFramework(name))
      return `<${tag} ${name}> has no effect: there is no such attribute.`;
    if (!property || attribute === name || isSet(property, text)) return [];
    if (attribute) return `<${tag} ${name}> has no effect. The attribute is ${attribute}.`;
    const fix = `Set the property ${String(property)}: in Vue :${String(property)}, in Solid prop:${String(property)}`;
    return `<${tag} ${name}> has no effect, because ${String(property)} is no attribute. ${fix}.`;
  });
  const properties = Object.keys(element).flatMap((name) => {
    const [property] = find(name) ?? [];
    if (!property || elementProperties.has(name)) return [];
    return `The property ${name} of <${tag}> has no effect. It is ${String(property)}; in Solid, prop:${String(property)}.`;
  });
  return [...attributes, ...properties];
}

/** Name of the attribute of a property; empty if it has none. */
function attributeOf(property: string, { attribute }: PropertyDeclaration): string {
  if (attribute === false) return '';
  return typeof attribute === 'string' ? attribute : property.toLowerCase();
}

function unknownPanes(hub: Hub): string[] {
  const own = [...hub.children].flatMap(({ slot }) => (slot.startsWith('pane:') ? [slot.slice('pane:'.length)] : []));
  const all = (document.createElement(hub.localName) as Hub).panes.split(' ');
  const known = [...all, ...own];
  const named = [...String(hub.panes ?? '').split(/[\s,]+/), hub.awaitedPane ?? ''];
  const unknown = new Set(named.filter((id) => id && !known.includes(id)));
  return [
    ...[...unknown].map((id) => `There is no pane "${id}". Panes are ${known.join(', ')}.`),
    ...oneOf('routing', hub.routing, ['none', 'hash']),
  ];
}

/** An element that hides fields: a pane, or the hub, which passes the names to its panes. */
interface Hiding extends Element {
  readonly hide: string;
  readonly words: ElementWords<PaneWords>;
}

function unknownFields({ hide, localName: tag, words: { prefix, labels = {} } }: Hiding): string[] {
  const known = Object.values(labels).map(hiddenName);
  const named = (hide || '').split(' ').filter((name) => name && (tag === 'agni-settings' || !name.includes('/')));
  const unknown = named.filter((name) => !known.includes(name) && !/^(?:organization|profile)\//.test(name));
  const ofPane = (hide || '').split(' ').filter((name) => known.length && name.startsWith(`${prefix}/`));
  const unknownOfPane = ofPane.filter((name) => !known.includes(name.slice(prefix.length + 1)));
  const examples = known.length ? known.join(', ') : 'written as organization/website';
  return [...unknown, ...unknownOfPane].map(
    (name) => `hide names "${name}", no field of <${tag}>. Fields are ${examples}.`,
  );
}

function oneOf(name: string, value: unknown, values: readonly string[]): string[] {
  if (value === undefined || value === null || values.includes(String(value))) return [];
  return [`${name}="${value}" has no effect. It is one of ${values.join(', ')}.`];
}

const AsyncFunction = (async () => undefined).constructor;

function unusableOptions({ baseUrl, theme, authMode, timeout, getToken, headers }: HostOptions): string[] {
  return [
    ...oneOf('theme', theme, ['auto', 'light', 'dark']),
    ...oneOf('auth-mode', authMode, ['bearer', 'cookie']),
    ...(timeout === undefined || timeout > 0 ? [] : ['timeout must be a number of milliseconds above 0.']),
    ...(getToken === undefined || typeof getToken === 'function'
      ? []
      : ['getToken must be a function that returns the token, not the token itself.']),
    ...(headers instanceof AsyncFunction ? ['headers must return the headers, not a promise of them.'] : []),
    ...(baseUrl === undefined ? [] : unusableBaseUrl(baseUrl)),
  ];
}

function unusableBaseUrl(baseUrl: string): string[] {
  const isAddress = URL.canParse(baseUrl, location.href) && /^https?:/.test(new URL(baseUrl, location.href).protocol);
  if (!isAddress)
    return ['base-url is no web address. Give an origin such as https://api.ravan.ai, or / for this page.'];
  const { pathname } = new URL(baseUrl, location.href);
  return /\/api(?:\/v\d+)?\/?$/.test(pathname) ? ['base-url must end before /api/v1, which every request adds.'] : [];
}

function unknownOperations(endpoints: object): string[] {
  return Object.entries(endpoints).flatMap(([name, override]) => {
    if (!isAssumed(name)) return `endpoints has ${name}, which is no operation that can be changed.`;
    const isUsable = override === null || (!!override?.method && String(override.path).startsWith('/'));
    return isUsable ? [] : `endpoints.${name} must be null, or { method, path } with a path that starts with "/".`;
  });
}

async function unknownMessages(messages: object): Promise<string[]> {
  const tables: Readonly<Record<string, object>> = { ...(await import('../../locales/message-keys.lazy.js')) };
  const isKnown = (key: string) => {
    const [prefix = '', name = ''] = key.split(/\.(.*)/);
    const isOfServer = /^shared\.(?:error|permission)\./.test(key); // codes and permissions that only the server knows
    return isOfServer || Object.hasOwn(tables[prefix] ?? {}, name);
  };
  const keys = Object.entries(messages).flatMap(([key, value]) => (key.includes('.') ? key : Object.keys(value ?? {})));
  return keys.filter((key) => !isKnown(key)).map((key) => `messages has "${key}", a key that no element reads.`);
}

/** Finds a language of the page without registered words. The builds for script tags load missing words themselves. */
function missingWords(pane: ExplainedElement): string[] {
  const { messages = {}, lang: chosen } = pane.options ?? {};
  const lang = chosen || [...pathOf(pane)].map((node) => (node as HTMLElement).lang).find(Boolean) || 'en';
  const script = scriptOf(lang);
  const isShown = ['', 'en-Latn'].includes(script) || [lang, script].some((tag) => languages.known.has(tag));
  if (languages.load || isShown || lang in messages) return [];
  return [`lang="${lang}" shows English words. Import its pack from agni-settings/locales, or register words.`];
}

/** Finds a base URL where something other than the API answers, such as the page of a development server. */
function absentApi({ me: { state } }: ExplainedElement, { baseUrl = 'https://api.ravan.ai' }: HostOptions): string[] {
  const error = 'error' in state ? state.error : undefined;
  const isPage = error?.code === 'UNEXPECTED_REPLY' && !error.cause;
  if (!error?.status || !(isPage || error.code === 'UNAVAILABLE') || !URL.canParse(baseUrl, location.href)) return [];
  const answer = isPage ? `${error.status} without JSON` : error.status;
  return [`No API at ${new URL(baseUrl, location.href).href}: users/me answers ${answer}. Is base-url right?`];
}

/** Milliseconds that an element may take to load. */
const loadMs = 2000;

/** Finds tags inside a provider, or on the page, that no import has registered. */
export async function unregistered(root: ParentNode | undefined): Promise<string[]> {
  const find = () => [...(root?.querySelectorAll(':not(:defined)') ?? [])].map(({ localName }) => localName);
  const tags = new Set(find().filter((tag) => tag.startsWith('agni-')));
  if (tags.size) await new Promise((resolve) => setTimeout(resolve, loadMs));
  const missing = [...tags].filter((tag) => !customElements.get(tag));
  return missing.map((tag) => `<${tag}> is not registered. Import agni-settings/${tag.slice(5)}, or correct its name.`);
}

/** Finds why there is no token; the user only sees "signed out". A 401 of the API is no mistake: sessions end. */
function failedToken({ me: { state } }: ExplainedElement): string[] {
  const error = 'error' in state ? state.error : undefined;
  const cause = error?.code === 'UNAUTHORIZED' && error.cause;
  if (!(cause instanceof Error)) return [];
  if (!(cause instanceof AgniError))
    return [`Requests are not signed: getToken or the renewal failed with "${cause}".`];
  if (!cause.status || cause.status === 401) return [];
  return [
    `The renewal of the session was answered with ${cause.status}, not 401. Does it want a CSRF token in headers?`,
  ];
}
