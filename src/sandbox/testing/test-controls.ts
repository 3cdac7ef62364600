import { Faults } from './faults.js';
import { RequestLog } from './request-log.js';

/** Breaks connections; how depends on where the server runs. */
export interface Wire {
  /** Ends a request without an answer. `env` is what the runtime handed to the app with the request. */
  drop(env: unknown): Response;
  /** Answers with half of a response's body, and then breaks off. */
  truncate(response: Response, env: unknown): Promise<Response>;
}

/**
 * What tests may bend about a server, workspace by workspace: its clock and its answers; and what it was asked. A
 * server without one can't be bent, and remembers no requests.
 */
export class Lab {
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  readonly wire: Wire;
  /** The workspace that all requests belong to, where there is only one. */
  readonly soleOrganizationId: string | undefined;
  readonly #offsets = new Map<string, number>();

  constructor(wire: Wire, soleOrganizationId?: string) {
    this.wire = wire;
    this.soleOrganizationId = soleOrganizationId;
  }

  /** Milliseconds by which the workspace's clock is ahead of the server's. */
  clockOffset(organizationId: string): number {
    return this.#offsets.get(organizationId) ?? 0;
  }

  setClockOffset(organizationId: string, milliseconds: number): void {
    this.#offsets.set(organizationId, milliseconds);
  }
}
