import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { AgniError } from '../../client/error.js';
import type { HostOptions } from '../../context/host.js';
import { isAssumed } from '../../contract/assumed-operations.js';
import type { ElementWords, PaneWords } from './agni-element.js';
import { hiddenName } from './hidden-fields.js';
import type { ExplainedElement } from './pane-events.js';

type Hub = HTMLElementTagNameMap['agni-settings'];

/** What a host page does that has no effect, or not the one that was meant: a sentence for each, with the fix. */
export async function findMistakes(pane: ExplainedElement): Promise<string[]> {
  const elements = [...pathOf(pane)].filter(({ localName = '' }) => localName.startsWith('agni-'));
  const provider = elements.find(({ localName }) => localName === 'agni-provider') as HostOptions | undefined;
  const options: HostOptions = pane.options ?? provider ?? {};
  return [
    ...elements.flatMap((element) => misspellings(element as ReactiveElement)),
    ...elements.flatMap((element) => (element.localName === 'agni-settings' ? unknownPanes(element as Hub) : [])),
    ...elements.flatMap((element) => ('hide' in element ? unknownFields(element as Hiding) : [])),
    ...unusableOptions(options),
    ...unknownOperations(options.endpoints ?? {}),
    ...(options.messages ? await unknownMessages(options.messages) : []),
    ...failedToken(pane),
  ];
}

/** A node and what is around it, through every shadow root. */
function* pathOf(node: Node): Generator<Element> {
  for (let next: Node | null = node; next; next = next.parentNode ?? ((next as ShadowRoot).host || null)) {
    yield next as Element;
  }
}

const plain = (name: string) => name.replaceAll('-', '').toLowerCase();

/** Attributes and properties that are almost one of the element's, as frameworks make them of a name. */
function misspellings(element: ReactiveElement): string[] {
  const { localName: tag } = element;
  const { elementProperties } = element.constructor as typeof ReactiveElement;
  const find = (name: string) => [...elementProperties].find(([property]) => plain(String(property)) === plain(name));
  const attributes = element.getAttributeNames().flatMap((name) => {
    const [property = '', declaration = {}] = find(name) ?? [];
    const attribute = attributeOf(String(property), declaration);
    if (!property || attribute === name) return [];
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

/** An element that hides fields: a pane, or the hub, which hands the names on to its panes. */
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

function unusableOptions({ baseUrl, theme, authMode, timeout, getToken }: HostOptions): string[] {
  return [
    ...oneOf('theme', theme, ['auto', 'light', 'dark']),
    ...oneOf('auth-mode', authMode, ['bearer', 'cookie']),
    ...(timeout === undefined || timeout > 0 ? [] : ['timeout must be a number of milliseconds above 0.']),
    ...(getToken === undefined || typeof getToken === 'function'
      ? []
      : ['getToken must be a function that returns the token, not the token itself.']),
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

/** Why no token could be had. Users read that they are signed out. An answer of the API is no mistake: sessions end. */
function failedToken({ me: { state } }: ExplainedElement): string[] {
  const error = 'error' in state ? state.error : undefined;
  const isRefused =
    error?.code === 'UNAUTHORIZED' && error.cause instanceof Error && !(error.cause instanceof AgniError);
  return isRefused ? [`Requests are not signed: getToken or the renewal failed with "${error.cause}".`] : [];
}
