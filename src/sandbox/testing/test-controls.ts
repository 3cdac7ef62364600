import { RequestLog } from './request-log.js';
import { ResponseOverrides } from './response-overrides.js';

/** Breaks connections, by the means of the runtime. */
export interface ConnectionBreaker {
  /** Ends a request without a reply. `env` is the runtime's part of the request. */
  drop(env: unknown): Response;
  /** Sends half of a response's body and closes the connection. */
  truncate(response: Response, env: unknown): Promise<Response>;
}

/** The error with which `fetch` rejects a dropped request in a page. */
export class ConnectionDroppedError extends TypeError {
  constructor() {
    super('Failed to fetch');
  }
}

/** Lets tests override the clock and the replies of an organization. Also logs requests. */
export class TestControls {
  readonly overrides = new ResponseOverrides();
  readonly requests = new RequestLog();
  readonly connection: ConnectionBreaker;
  /** The organization of all requests, if there is only one. */
  readonly soleOrganizationId: string | undefined;
  readonly #clockOffsets = new Map<string, number>();

  constructor(connection: ConnectionBreaker, soleOrganizationId?: string) {
    this.connection = connection;
    this.soleOrganizationId = soleOrganizationId;
  }

  /** Milliseconds that the organization's clock is ahead of the server's. */
  clockOffset(organizationId: string): number {
    return this.#clockOffsets.get(organizationId) ?? 0;
  }

  setClockOffset(organizationId: string, milliseconds: number): void {
    this.#clockOffsets.set(organizationId, milliseconds);
  }
}
