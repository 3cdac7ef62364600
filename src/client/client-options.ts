import type { AssumedOperation } from '../contract/assumed-operations.js';
import type { Endpoint } from '../contract/endpoint.js';

/** Where a host's server has an operation, or `null` to switch the operation off. */
export type EndpointOverride = { method: Endpoint['method']; path: string } | null;

/** A host's `endpoints`, by any name. */
export type Overrides = Readonly<Record<string, EndpointOverride>> | undefined;

/** How a client reaches the API. */
export interface ClientOptions {
  /** Origin with an optional path prefix, without `/api/v1`; `https://api.ravan.ai` by default. */
  readonly baseUrl?: string | undefined;
  /** `bearer` (default) sends the token of `getToken`, `cookie` the browser's own cookies (docs/contract.md 2.2). */
  readonly authMode?: 'bearer' | 'cookie' | undefined;
  /** Returns a short-lived access token. Called again after a 401, once for all requests that wait. */
  readonly getToken?: ((request: { reason: 'first' | 'expired' }) => string | Promise<string>) | undefined;
  /** Any text that changes with the signed-in user; clients with the same text share a token. */
  readonly userKey?: string | undefined;
  /** Id of the organization; the signed-in user's by default. Clients of different organizations share no token. */
  readonly orgId?: string | undefined;
  /** More headers for every request, such as a CSRF token. */
  readonly headers?: Record<string, string> | (() => Record<string, string>) | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** Assumed operations by name: another place, or `null` for off. Changing a documented operation throws. */
  readonly endpoints?: { readonly [Name in AssumedOperation]?: EndpointOverride } | undefined;
  /** Milliseconds that one attempt may take, its body included, and that `getToken` may take; 15,000 by default. */
  readonly timeout?: number | undefined;
  /**
   * Called when no valid credential can be had: once, until a later request succeeds with a newer credential. Not
   * called after `close()`.
   */
  readonly onSignedOut?: (() => void) | undefined;
  /** Called when a write is not sent because the new credential is of another user than the data so far. */
  readonly onUserChanged?: (() => void) | undefined;
  /** Called when the server refuses a request until the temporary password is changed (docs/contract.md 5.6). */
  readonly onPasswordChangeRequired?: (() => void) | undefined;
}
