/** One line of the server's log. It never contains a secret or text of a request body. */
export interface LogEntry {
  readonly event: string;
  readonly requestId?: string | undefined;
  readonly [detail: string]: unknown;
}
