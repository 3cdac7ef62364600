import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Refusal, refusalBody } from '../../src/sandbox/http/http-error.js';
import type { Wire } from '../../src/sandbox/testing/test-controls.js';

interface NodeEnv {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** Breaks real connections. */
export const nodeWire: Wire = {
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

/** The address at the other end of a request's connection. What proxies claim beyond it isn't believed. */
export function remoteAddress(env: unknown): string {
  return (env as NodeEnv).incoming.socket.remoteAddress ?? '';
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /** Answers what is under way, refuses the rest with 503, and ends after `patience` milliseconds at the latest. */
  drain(patience: number): Promise<void>;
}

/** Bytes of headers at most: even a token of a megabyte is to be refused by us, as a token, and not by the parser. */
const maxHeaderSize = 2 * 1024 * 1024;

/** Answers at an address by `fetch`. Port 0 is any free one. Rejects if the port is taken. */
export function listen(
  fetch: (request: Request, env: NodeEnv) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  let isDraining = false;
  let underWay = 0;
  let onIdle: (() => void) | undefined;

  const answer = async (request: Request, env: NodeEnv) => {
    if (isDraining) return closing();
    underWay += 1;
    env.outgoing.once('close', () => {
      underWay -= 1;
      if (underWay === 0) onIdle?.();
    });
    return fetch(request, env);
  };

  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, env as NodeEnv),
    serverOptions: { maxHeaderSize },
  });

  const drain = async (patience: number) => {
    isDraining = true;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      onIdle = resolve;
      timer = setTimeout(resolve, patience);
      if (underWay === 0) resolve();
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
      const { port: taken } = server.address() as AddressInfo;
      resolve({ url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, drain });
    });
  });
}

function closing() {
  const refusal = new Refusal(503, 'SERVICE_UNAVAILABLE', 'The server is about to stop');
  return Response.json(refusalBody(refusal), { status: 503, headers: { 'Retry-After': '5', Connection: 'close' } });
}
