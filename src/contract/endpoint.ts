import type * as z from 'zod/mini';

/** Any zod schema. */
export type Schema = z.ZodMiniType;

/**
 * How well the vendor documents an operation: `documented` fully, `documented-partial` except for one detail,
 * `documented-older` in an earlier edition only, `assumed` not at all (docs/contract.md 0). A host can change or switch
 * off only `assumed` operations.
 */
export type Basis = 'documented' | 'documented-partial' | 'documented-older' | 'assumed';

/**
 * The credential of an operation: `user` a bearer token or cookie, `key` documented for `X-Api-Key` only, `any` both,
 * `none` no credential (docs/contract.md 2). A host's proxy can use this to choose a credential.
 */
export type Auth = 'user' | 'key' | 'any' | 'none';

/**
 * The shape of a successful reply: `object` S1, `list` S2, `array` S4, `bare` S6, `none` S5 (docs/contract.md 3.1).
 * Only servers and documents use it, because readers accept every shape. `redirect` is a 302 that a browser opens as a
 * page.
 */
export type Shape = 'object' | 'list' | 'array' | 'bare' | 'none' | 'redirect';

/** An operation of the API as a client sees it. The script-tag build carries only these properties. */
export interface Endpoint {
  /** The operation's name: its export, its `operationId`, and its key in a host's `endpoints`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The literal path with `{parameter}` places. A trailing slash is part of it (docs/contract.md 1.1). */
  readonly path: string;
  readonly auth: Auth;
  readonly basis: Basis;
  /** Reads the payload that {@link unwrap} returns. Absent if the reply carries nothing. */
  readonly reply?: Schema;
  /** Never set. Carries the types of query and body to {@link Input}. */
  readonly '~definition'?: EndpointDefinition;
}

/**
 * The full definition of an operation. Servers, documents and tests read it with `definitionOf()`. Elements can't,
 * because the script-tag build leaves these properties out (scripts/reply-readers.mjs): a form validates its body with
 * the schema that the operation's module exports.
 */
export interface EndpointDefinition extends Endpoint {
  /** The section of docs/contract.md that describes the operation. */
  readonly section: string;
  readonly shape?: Shape;
  readonly query?: Schema;
  readonly body?: Schema;
  /** The failure codes of this operation, besides the codes of every operation (docs/contract.md 3.3, 5). */
  readonly faults?: readonly string[];
}

/** The result of {@link endpoint}: the properties that a client may read, and the full definition as a type only. */
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

/** The input of a call: path parameters, query and body, each only if the operation has them. */
export type Input<E extends Endpoint> = PathInput<E['path']> & QueryInput<DefinitionOf<E>> & BodyInput<DefinitionOf<E>>;

/** The result of a call; `null` if the reply carries nothing. */
export type Reply<E extends Endpoint> = E extends { reply: infer R extends Schema } ? z.output<R> : null;

/** Defines an operation. Its type keeps the literal path and the schemas, so that the compiler checks calls. */
export function endpoint<const D extends EndpointDefinition>(operation: D): Declared<D> {
  return operation as unknown as Declared<D>;
}

/**
 * Inserts the parameters into a path, each escaped as one segment. Returns `undefined` if a value can't be a segment:
 * if it is empty, or consists of dots, which URL parsers resolve as a step in the path even if they are escaped.
 */
export function fillPath(path: string, params: Record<string, string> = {}): string | undefined {
  const names = [...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => name);
  if (names.some((name) => !params[name] || /^\.+$/.test(params[name]))) return undefined;
  return path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
