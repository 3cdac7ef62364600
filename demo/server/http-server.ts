import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { errorBody, HttpError } from '../../src/sandbox/http/http-error.js';
import type { ConnectionBreaker } from '../../src/sandbox/testing/test-controls.js';

interface NodeEnv {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Breaks TCP connections. */
export const nodeConnection: ConnectionBreaker = {
  drop(env) {
    (env as NodeEnv).incoming.socket.destroy();
    return RESPONSE_ALREADY_SENT;
  },
  async truncate(response, env) {
    const { outgoing } = env as NodeEnv;
    const body = Buffer.from(await response.arrayBuffer());
    const headers = { ...Object.fromEntries(response.headers), 'Content-Length': String(body.length) };
    outgoing.writeHead(response.status, headers);
    outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
    return RESPONSE_ALREADY_SENT;
  },
};

/** The address of the connection: the client's, or that of the proxy in between. */
export function connectionAddress(env: unknown): string {
  return (env as NodeEnv).incoming.socket.remoteAddress ?? '';
}

/** A listening server. */
export interface RunningServer {
  readonly url: string;
  /** Finishes running requests, answers 503 to new ones, and closes the server after `timeoutMs` at the latest. */
  drain(timeoutMs: number): Promise<void>;
}

/** Maximum size of the headers in bytes: an access token of a megabyte gets a 401 and not an error of the parser. */
const maxHeaderSize = 2 * 1024 * 1024;

/** Longer than clients and proxies keep an idle connection, so that the server never closes one that is being reused. */
const keepAliveMs = 65_000;

/** Starts an HTTP server. Port 0 is any free port. Rejects if the port is taken. */
export function listen(
  fetch: (request: Request, env: NodeEnv) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  let isDraining = false;
  let running = 0;
  let onIdle: (() => void) | undefined;

  const answer = async (request: Request, env: NodeEnv) => {
    if (isDraining) return shuttingDown();
    running += 1;
    env.outgoing.once('close', () => {
      running -= 1;
      if (running === 0) onIdle?.();
      dropRestOf(env.incoming);
    });
    return fetch(request, env);
  };

  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, env as NodeEnv),
    autoCleanupIncoming: false, // closes connections whose body was not read, 500 ms after a reply: see dropRestOf
    serverOptions: { maxHeaderSize, keepAliveTimeout: keepAliveMs },
  });

  const drain = async (timeoutMs: number) => {
    isDraining = true;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      onIdle = resolve;
      timer = setTimeout(resolve, timeoutMs);
      if (running === 0) resolve();
    });
    clearTimeout(timer);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  };

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: actualPort } = server.address() as AddressInfo;
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`, drain });
    });
  });
}

/** Milliseconds that running requests get when the server stops. */
const drainTimeoutMs = 4_500;

/** Ends the process cleanly on SIGTERM and SIGINT: drains the server, cleans up, and exits with 0; with 1 where that fails. */
export function stopOnSignal(server: RunningServer, cleanUp?: () => Promise<void>): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return; // both signals came
    isStopping = true;
    try {
      await server.drain(drainTimeoutMs);
      await cleanUp?.();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/**
 * Reads and drops the rest of a body if the reply was sent before its end, because the client reuses the connection.
 * Node does so only for a body that was not read at all. Node's `requestTimeout` stops an endless body.
 */
function dropRestOf(body: IncomingMessage): void {
  if (body.complete && body.readableLength === 0) return;
  body.removeAllListeners('data'); // the stream of the Fetch API, which pauses the body while nothing reads the stream
  body.resume();
}

function shuttingDown() {
  const error = new HttpError(503, 'SERVICE_UNAVAILABLE', 'The server is shutting down. Try again in a moment.');
  return Response.json(errorBody(error), { status: 503, headers: { 'Retry-After': '5', Connection: 'close' } });
}
