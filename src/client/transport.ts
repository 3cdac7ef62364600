import ky from 'ky';
import { type Endpoint, fillPath } from '../contract/endpoint.js';
import { type Answer, parseJson } from './answer.js';
import type { ClientOptions, Overrides } from './client-options.js';
import { clientError, type ErrorPlace } from './error.js';
import { noteServerDate } from './server-clock.js';
import type { Credential } from './sign-in.js';
import { within } from './wait.js';

const defaultBaseUrl = 'https://api.ravan.ai';
const defaultTimeout = 15_000;

/** The input of a call of any operation. */
export interface AnyInput {
  readonly params?: Record<string, string> | undefined;
  readonly query?: Record<string, unknown> | undefined;
  readonly body?: unknown;
}

/** A request that is ready to be sent, any number of times. */
export interface PreparedRequest {
  readonly operation: Endpoint;
  readonly url: URL;
  readonly method: Endpoint['method'];
  readonly body: unknown;
}

/** Turns calls into requests, and sends them. Reads the host's options for each call. */
export class Transport {
  readonly #options: () => ClientOptions;

  constructor(options: () => ClientOptions) {
    this.#options = options;
  }

  /** Milliseconds that one attempt may take. */
  get timeout(): number {
    return this.#options().timeout || defaultTimeout;
  }

  /** The URL of a path of the API. A relative base URL is relative to the page. */
  address(path: string): URL {
    const base = (this.#options().baseUrl ?? defaultBaseUrl).replace(/\/+$/, '');
    return new URL(base + path, globalThis.location?.href);
  }

  /**
   * Prepares a request. Throws `UNAVAILABLE` for an operation that the host switched off, `INVALID_ID` for a parameter
   * that is not a valid path segment, and an `Error` if the host overrides a documented operation.
   */
  prepare(operation: Endpoint, input: AnyInput): PreparedRequest {
    const place = { operation: operation.name, host: this.address('').host };
    const found = this.#find(operation);
    if (!found) throw clientError('UNAVAILABLE', place);
    const path = fillPath(found.path, input.params);
    if (path === undefined) throw clientError('INVALID_ID', place);
    const url = this.address(path);
    for (const [name, value] of Object.entries(input.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return { operation, url, method: found.method, body: input.body };
  }

  /**
   * Sends a request once. The time limit includes the response body. Rejects with {@link timeLimit}, the signal's
   * reason, or the error of `fetch`.
   */
  send(
    { operation, url, method, body }: PreparedRequest,
    signal?: AbortSignal,
    credential?: Credential,
  ): Promise<Answer> {
    return within(this.timeout, signal, async (limited) => {
      const { authMode, fetch = globalThis.fetch, headers } = this.#options();
      const response = await ky(url, {
        method,
        headers: headersOf({ operation: operation.name, host: url.host }, headers, credential?.token),
        json: body,
        stringifyJson,
        ...(authMode === 'cookie' ? { credentials: 'include' } : {}),
        fetch: (request, init) => fetch(request, init), // the browser's fetch throws if it is called as a method of ky
        // The client has its own time limit and retries: ky's limit excludes the body, and ky repeats writes.
        retry: 0,
        timeout: false,
        throwHttpErrors: false,
        signal: limited,
      });
      noteServerDate(response.headers.get('date'));
      return { response, body: parseJson(await response.text()), host: url.host };
    });
  }

  #find(operation: Endpoint): Pick<Endpoint, 'method' | 'path'> | null {
    const override = (this.#options().endpoints as Overrides)?.[operation.name];
    if (override === undefined) return operation;
    if (operation.basis !== 'assumed') {
      throw new Error(`agni-settings: ${operation.name} is documented by the vendor, so "endpoints" can't change it`);
    }
    return override;
  }
}

/** JSON of a body. Ignores a `toJSON` that the page added to `Object.prototype` or `Array.prototype`. */
function stringifyJson(body: unknown): string {
  return JSON.stringify(body, function (this: Record<string, unknown>, key) {
    return this[key];
  });
}

/**
 * The host's headers and the kit's own, which take precedence. Throws `HOST_MISTAKE`. An exception of the host's
 * function is written to the console only, because hosts log errors and events.
 */
function headersOf(place: ErrorPlace, option: ClientOptions['headers'], token: string | undefined): Headers {
  let reason = '';
  try {
    const more = typeof option === 'function' ? option() : option;
    // The error of Headers is dropped: Firefox repeats the value in its message, and the value may be a token.
    reason = ' with characters that no request can carry';
    const headers = new Headers(more);
    headers.set('accept', 'application/json');
    if (token) headers.set('authorization', `Bearer ${token}`);
    return headers;
  } catch (cause) {
    // biome-ignore lint/suspicious/noConsole: the page's developer needs the text and the stack
    if (!reason) console.error(cause);
    throw clientError('HOST_MISTAKE', { ...place, message: `headers or token failed${reason}` });
  }
}
