import type { AssumedOperation } from '../contract/assumed-operations.js';
import type { Endpoint } from '../contract/endpoint.js';

/** Method and path of an operation on the host's server, or `null` to switch the operation off. */
export type EndpointOverride = { method: Endpoint['method']; path: string } | null;

/** The `endpoints` option of a host, with any string as a key. */
export type Overrides = Readonly<Record<string, EndpointOverride>> | undefined;

/** How a client reaches the API. */
export interface ClientOptions {
  /** Origin with an optional path prefix, without `/api/v1`; `https://api.ravan.ai` by default. */
  readonly baseUrl?: string | undefined;
  /** `bearer` (default) sends the token of `getToken`, `cookie` the browser's own cookies (docs/contract.md 2.2). */
  readonly authMode?: 'bearer' | 'cookie' | undefined;
  /** Returns a short-lived access token. Called again after a 401, once for all waiting requests. */
  readonly getToken?: ((request: { reason: 'first' | 'expired' }) => string | Promise<string>) | undefined;
  /** Any text that changes with the signed-in user; clients with the same text share a token. */
  readonly userKey?: string | undefined;
  /** Id of the organization; the signed-in user's by default. Clients of different organizations share no token. */
  readonly orgId?: string | undefined;
  /** More headers for every request, such as a CSRF token. */
  readonly headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Overrides of assumed operations by name; `null` switches one off. Overriding a documented operation throws. */
  readonly endpoints?: { readonly [Name in AssumedOperation]?: EndpointOverride } | undefined;
  /** Time limit in milliseconds of one attempt, including the response body, and of `getToken`; 15,000 by default. */
  readonly timeout?: number | undefined;
  /**
   * Called when no valid credential can be obtained, and not again until the server accepts a newer credential. Not
   * called after `close()`.
   */
  readonly onSignedOut?: (() => void) | undefined;
  /** Called when a write is not sent because the new credential belongs to another user than the earlier data. */
  readonly onUserChanged?: (() => void) | undefined;
  /** Called when the server refuses a request because the temporary password must be changed (docs/contract.md 5.6). */
  readonly onPasswordChangeRequired?: (() => void) | undefined;
}
