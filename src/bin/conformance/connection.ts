import { parseJson } from '../../client/answer.js';
import { type Client, createClient } from '../../client/client.js';
import { AgniError } from '../../client/error.js';
import type { AnyInput } from '../../client/transport.js';
import type { Endpoint } from '../../contract/endpoint.js';

/** An answer as received. */
export interface Exchange {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; `null` for an empty body, `undefined` for a body that is not JSON. */
  readonly body: unknown;
  readonly isRedirected: boolean;
}

/** The result of a call as the kit sees it, with the answer as received. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: AgniError;
  /** Absent if no complete answer was received. */
  readonly exchange?: Exchange | undefined;
}

/** How a server is reached. */
export interface ConnectionOptions {
  /** As `base-url` of the provider: an origin, possibly with a path. */
  readonly baseUrl: string;
  readonly token: string;
  /** Milliseconds that a request may take; 15,000 by default, as in the kit. */
  readonly timeoutMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** Calls a server with the kit's own client, one request after the other, and keeps the last answer. */
export class Connection {
  readonly #client: Client;
  readonly #options: ConnectionOptions;
  #last: Exchange | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#client = createClient({
      baseUrl: options.baseUrl,
      getToken: () => options.token,
      timeout: options.timeoutMs,
      fetch: (input, init) => this.#fetch(input, init),
    });
  }

  /** Seconds that a request may take. */
  get timeoutSeconds(): number {
    return (this.#options.timeoutMs ?? 15_000) / 1000;
  }

  /** Calls an operation as the kit does. */
  async call(operation: Endpoint, input: AnyInput = {}): Promise<Outcome> {
    this.#last = undefined;
    try {
      const value: unknown = await this.#client.call(operation, input as never);
      return { value, exchange: this.#last };
    } catch (error) {
      if (!(error instanceof AgniError)) throw error;
      return { error, exchange: this.#last };
    }
  }

  /** Sends a request without the client and without adding a credential. `undefined` if there was no answer. */
  async send(path: string, init: RequestInit): Promise<Exchange | undefined> {
    const signal = AbortSignal.timeout(this.timeoutSeconds * 1000);
    try {
      this.#last = undefined;
      await this.#fetch(this.#client.address(path), { redirect: 'manual', signal, ...init });
      return this.#last;
    } catch {
      return undefined; // the calls of the client report why a server cannot be reached
    }
  }

  get authorization(): string {
    return `Bearer ${this.#options.token}`;
  }

  async #fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { fetch = globalThis.fetch } = this.#options;
    const response = await fetch(input, init);
    const text = await response.text();
    const { status, headers, redirected: isRedirected } = response;
    this.#last = { status, headers, body: parseJson(text), isRedirected };
    return new Response(text || null, { status, headers });
  }
}
