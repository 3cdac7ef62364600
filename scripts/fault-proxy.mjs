import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';

/**
 * @typedef {object} ProxiedReply - a response of the real server
 * @property {number} status
 * @property {Record<string, string>} headers - without headers that concern the connection
 * @property {Buffer} body
 *
 * @typedef {object} WireFault - a fault of one request or its response on the wire
 * @property {(socket: import('node:net').Socket) => void} [before] - breaks the connection before the server has the request
 * @property {(socket: import('node:net').Socket, reply: ProxiedReply) => void} [after] - writes the response, or a part of it
 */

/**
 * The status line and headers of a response, as sent on the wire.
 * @param {ProxiedReply} reply
 * @param {Record<string, string>} framing - headers that define where the body ends
 */
export function head({ status, headers }, framing) {
  const lines = Object.entries({ ...headers, ...framing, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} Fault`, ...lines, '', ''].join('\r\n');
}

/**
 * The complete response, as a server without faults sends it.
 * @param {ProxiedReply} reply
 */
export function whole(reply) {
  return Buffer.concat([Buffer.from(head(reply, { 'content-length': String(reply.body.length) })), reply.body]);
}

/**
 * A TCP proxy in front of a server, which makes requests for one method and path fail. It handles one request per
 * connection: when a reused connection breaks, browsers repeat the request.
 */
export class FaultProxy {
  /** The requests that arrived for the disturbed method and path, in order. */
  seen = [];
  #target;
  #sockets = new Set();
  #server;
  #port = 0;
  #fault;

  /** @param {string} target - address of the server */
  constructor(target) {
    this.#target = new URL(target);
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /**
   * Applies a fault to the requests of a method and path, until the next call.
   * @param {string} method
   * @param {string} path
   * @param {WireFault} fault
   */
  disturb(method, path, fault) {
    this.#fault = { method, path, fault };
    this.seen = [];
  }

  /** Ends the fault: passes all requests to the server. */
  calm() {
    this.#fault = undefined;
  }

  /** Starts to listen; after `close()`, on the same port as before. */
  async open() {
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = this.#server.address().port;
  }

  /** Breaks all connections; new ones are refused. */
  async close() {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #serve(socket) {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined); // connections break on purpose here
    let received = Buffer.alloc(0);
    const read = async (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (received[0] === 0x16) socket.end('this is no TLS');
      if (end < 0) return;
      const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => line.split(/: (.*)/s)).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const length = Number(headers['content-length'] ?? 0);
      const body = received.subarray(end + 4);
      if (body.length < length) return;
      socket.off('data', read);
      const [method = '', path = ''] = first.split(' ');
      const active = this.#fault;
      const fault = active?.method === method && active.path === path ? active.fault : undefined;
      if (fault) this.seen.push(`${method} ${path}`);
      if (fault?.before) return fault.before(socket);
      const reply = await this.#forward(method, path, headers, body);
      await (fault?.after ? fault.after(socket, reply) : socket.end(whole(reply)));
    };
    socket.on('data', read);
  }

  /** Sends the request to the real server. */
  async #forward(method, path, headers, body) {
    const sent = request(new URL(path, this.#target), {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', connection: 'close' },
    });
    sent.end(body);
    const [response] = await once(sent, 'response');
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    const { connection, 'transfer-encoding': _, 'content-length': __, 'keep-alive': ___, ...kept } = response.headers;
    return { status: response.statusCode, headers: kept, body: Buffer.concat(chunks) };
  }
}
