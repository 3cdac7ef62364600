import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** An answer of the real server. */
export interface ProxiedReply {
  readonly status: number;
  /** Without those that concern the connection. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What happens to one request on the wire: before the server gets it, or to the bytes of its answer. */
export interface WireFault {
  /** Breaks the connection before the request reaches the server. */
  readonly before?: (socket: Socket) => void;
  /** Writes the answer, or what is left of it. */
  readonly after?: (socket: Socket, reply: ProxiedReply) => void | Promise<void>;
}

/** The head of an answer as it stands on the wire. */
export function head({ status, headers }: ProxiedReply, framing: Record<string, string>): string {
  const lines = Object.entries({ ...headers, ...framing, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return [`HTTP/1.1 ${status} Fault`, ...lines, '', ''].join('\r\n');
}

/** The whole answer, as a server without faults sends it. */
export function whole(reply: ProxiedReply): Buffer {
  return Buffer.concat([Buffer.from(head(reply, { 'content-length': String(reply.body.length) })), reply.body]);
}

/**
 * A TCP proxy in front of a server, which lets faults happen to requests for one method and path. It answers one request
 * per connection: when a reused connection breaks, Chromium sends the request again by itself.
 */
export class FaultProxy {
  /** Requests that were to be disturbed and have arrived, in order. */
  readonly seen: string[] = [];
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;
  #fault: { method: string; path: string; fault: WireFault } | undefined;

  constructor(target: string) {
    this.#target = new URL(target);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Disturbs the requests of a method and path until the next call. */
  disturb(method: string, path: string, fault: WireFault): void {
    this.#fault = { method, path, fault };
    this.seen.length = 0;
  }

  /** Lets everything through again. */
  calm(): void {
    this.#fault = undefined;
  }

  /** Listens, the second time at the same port. */
  async open(): Promise<void> {
    this.#server = createServer((socket) => this.#serve(socket));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Breaks all connections; new ones are refused. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined); // connections break on purpose here
    let received = Buffer.alloc(0);
    const read = async (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (received[0] === 0x16) socket.end('this is no TLS');
      if (end < 0) return;
      const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s) as [string, string]));
      const length = Number(headers['Content-Length'] ?? 0);
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
  async #forward(method: string, path: string, headers: Record<string, string>, body: Buffer): Promise<ProxiedReply> {
    const sent = request(new URL(path, this.#target), {
      method,
      headers: { ...headers, 'Accept-Encoding': 'identity', Connection: 'close' },
    });
    sent.end(body);
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    const { connection, 'transfer-encoding': _, 'content-length': __, 'keep-alive': ___, ...kept } = response.headers;
    return { status: response.statusCode, headers: kept, body: Buffer.concat(chunks) };
  }
}
