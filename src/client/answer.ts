import type { Endpoint, Reply, Schema } from '../contract/endpoint.js';
import { unwrap } from '../contract/envelope.js';
import { isObject } from '../contract/json.js';
import { type AgniError, clientError } from './error.js';

/** A response with its body, and the host that sent it. */
export interface Answer {
  readonly response: Response;
  /** Parsed JSON; `null` for an empty body, `undefined` for a body that isn't JSON. */
  readonly body: unknown;
  readonly host: string;
}

/** Parses a body: `null` if it is empty, `undefined` if it isn't JSON, such as the error page of a proxy. */
export function parseJson(text: string): unknown {
  const json = text.trim(); // also removes a byte order mark, which WebKit leaves in the text
  if (!json) return null;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Whether an answer reports failure: by its status, or by `success: false` (docs/contract.md 3.1). */
export function isFailure({ response, body }: Answer): boolean {
  return !response.ok || (isObject(body) && body.success === false);
}

/** The error of an answer that can't be read. */
export function unexpectedReply(operation: Endpoint, { response, host }: Answer, cause?: unknown): AgniError {
  return clientError('UNEXPECTED_REPLY', { operation: operation.name, host, cause, status: response.status });
}

/** Reads a successful answer by the operation's reply schema. Throws `UNEXPECTED_REPLY`. */
export function readAnswer<E extends Endpoint>(operation: E, answer: Answer): Reply<E> {
  if (answer.body === undefined) throw unexpectedReply(operation, answer);
  if (!operation.reply) return null as Reply<E>;
  const parsed = parseReply(operation.reply, answer.body);
  if (!parsed.success) throw unexpectedReply(operation, answer, parsed.error);
  return parsed.data as Reply<E>;
}

function parseReply(reply: Schema, body: unknown) {
  try {
    return reply.safeParse(unwrap(body));
  } catch (error) {
    return { success: false, error } as const; // the body is nested so deeply that the stack overflows
  }
}
