import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy in front of PostgreSQL that can be closed. */
export class Door {
  port = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  /** Passes connections on to `target`; a reopened proxy has the same port as before. */
  async open(target: URL) {
    const server = createServer((from) => {
      const to = connect(Number(target.port), target.hostname);
      for (const [socket, other] of [[from, to] as const, [to, from] as const]) {
        this.#sockets.add(socket);
        socket.on('error', () => other.destroy());
        socket.pipe(other);
      }
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    const address = server.address();
    this.port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    this.#server = server;
  }

  /** Stops all traffic on the open connections without breaking them: for each side, the other one is silent. */
  hang() {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  /** Breaks all connections, and accepts no new ones. */
  async shut() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
