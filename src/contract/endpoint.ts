import type * as z from 'zod/mini';

/** Any zod schema, whatever it reads. */
export type Schema = z.ZodMiniType;

/**
 * How sure the wire is: described by the vendor's public pages today, described but for one named detail, described by
 * an earlier edition only, or our own proposal. Only `assumed` operations can be re-pointed or switched off by a host.
 */
export type Basis = 'documented' | 'documented-partial' | 'documented-older' | 'assumed';

/**
 * Which credential an operation asks for: `user` a signed-in person (bearer token or cookie), `key` documented for
 * `X-Api-Key` only, `any` either of them, `none` nobody. A host's proxy can decide by it.
 */
export type Auth = 'user' | 'key' | 'any' | 'none';

/**
 * The success shapes of docs/contract.md 3.1 that a server answers with. Readers accept all of them everywhere; only
 * servers and documents look at this. `redirect` is a 302 that is opened by navigation, never by a request of the
 * client.
 */
export type Shape = 'object' | 'list' | 'array' | 'bare' | 'none' | 'redirect';

/** What a client reads of one operation of the API. The script-tag build carries only these properties. */
export interface Endpoint {
  /** The operation's name: its export, its `operationId`, and its key in a host's `endpoints`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Literal, with `{parameter}` places. Slashes are significant on this wire and never normalised. */
  readonly path: string;
  readonly auth: Auth;
  readonly basis: Basis;
  readonly reply?: Schema;
  /** A type without a value: it carries the types of query and body to {@link Input}. */
  readonly '~definition'?: EndpointDefinition;
}

/**
 * Everything the contract says about one operation. Servers, documents and tests read it by `definitionOf()`. Elements
 * can't, because the script-tag build leaves these properties out (scripts/reply-readers.mjs): a form validates its body
 * with the schema that the operation's module exports.
 */
export interface EndpointDefinition extends Endpoint {
  /** The section of docs/contract.md that describes the operation. */
  readonly section: string;
  readonly shape?: Shape;
  readonly query?: Schema;
  readonly body?: Schema;
  /** The `code`s it is known to fail with, besides those that any operation may answer. */
  readonly faults?: readonly string[];
}

/** What {@link endpoint} returns: what a client may read, and the whole definition as a type alone. */
type Declared<D extends EndpointDefinition> = Pick<D, keyof D & keyof Endpoint> & { readonly '~definition'?: D };

/** The type of an operation's definition. */
export type DefinitionOf<E extends Endpoint> = NonNullable<E['~definition']>;

type Parameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Parameters<Rest>
  : never;

type PathInput<Path extends string> = [Parameters<Path>] extends [never]
  ? { params?: undefined }
  : { params: Record<Parameters<Path>, string> };
type QueryInput<E> = E extends { query: infer Q extends Schema } ? { query?: z.input<Q> } : { query?: undefined };
type BodyInput<E> = E extends { body: infer B extends Schema } ? { body: z.input<B> } : { body?: undefined };

/** What a call of the operation is given: path parameters, query and body, each only where it has them. */
export type Input<E extends Endpoint> = PathInput<E['path']> & QueryInput<DefinitionOf<E>> & BodyInput<DefinitionOf<E>>;

/** What a call of the operation answers; `null` where the reply carries nothing. */
export type Reply<E extends Endpoint> = E extends { reply: infer R extends Schema } ? z.output<R> : null;

/** Declares an operation; keeps its literal path and schemas in the type, so that calls of it are checked. */
export function endpoint<const D extends EndpointDefinition>(operation: D): Declared<D> {
  return operation as unknown as Declared<D>;
}

/**
 * Fills the parameters into a path, each escaped so that it stays one segment. Returns `undefined` if a value can't be a
 * segment: an empty one, or dots alone, which a URL parser takes as a step up the path however they are escaped.
 */
export function fillPath(path: string, params: Record<string, string> = {}): string | undefined {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name);
  if (names.some((name) => !params[name] || /^\.+$/.test(params[name]))) return undefined;
  return path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
