/** One line of the server's log. It never holds a secret or anything of a body. */
export interface LogEntry {
  readonly event: string;
  readonly requestId?: string | undefined;
  readonly [detail: string]: unknown;
}
