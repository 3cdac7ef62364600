// Faults and oddities of responses on the wire. test/wire makes them between the built kit and the built server.
import { gzipSync } from 'node:zlib';
import { head, whole } from './fault-proxy.mjs';

const lengthOf = ({ body }) => ({ 'content-length': String(body.length) });
const half = ({ body }) => body.subarray(0, body.length / 2);
const chunk = (bytes) => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);
const chunked = { 'transfer-encoding': 'chunked' };

/** Sends bytes, then breaks the connection once they are on the wire. */
const thenReset = (socket, ...bytes) => {
  for (const part of bytes.slice(0, -1)) socket.write(part);
  socket.write(bytes.at(-1) ?? '', () => setTimeout(() => socket.resetAndDestroy(), 50));
};

/** The text that a failed read shows. */
const unreachable = "Can't reach the server";
const unexpected = 'The server sent an unexpected response';
const late = 'took too long';

/**
 * Faults after which no answer can be read, with the text that a read shows, and a second text for WebKit if it
 * differs: WebKit passes on a partial body as if it were complete.
 */
export const broken = [
  ['is reset before the server has the request', { before: (socket) => socket.resetAndDestroy() }, unreachable],
  ['is closed without an answer', { after: (socket) => void socket.end() }, unreachable],
  ['is reset before the answer', { after: (socket) => void socket.resetAndDestroy() }, unreachable],
  [
    'is reset within the headers',
    { after: (socket, reply) => thenReset(socket, head(reply, lengthOf(reply)).slice(0, 60)) },
    unreachable,
  ],
  [
    'is reset within the body',
    { after: (socket, reply) => thenReset(socket, head(reply, lengthOf(reply)), half(reply)) },
    unreachable,
  ],
  [
    'ends before the announced length',
    {
      after: (socket, reply) =>
        void socket.end(Buffer.concat([Buffer.from(head(reply, lengthOf(reply))), half(reply)])),
    },
    unreachable,
    unexpected,
  ],
  [
    'ends within a chunked body',
    {
      after: (socket, reply) => void socket.end(Buffer.concat([Buffer.from(head(reply, chunked)), chunk(half(reply))])),
    },
    unreachable,
    unexpected,
  ],
  [
    'has chunks without sizes',
    {
      after: (socket, reply) =>
        void socket.end(Buffer.concat([Buffer.from(head(reply, chunked)), Buffer.from('zz\r\n'), half(reply)])),
    },
    unreachable,
    unexpected,
  ],
  ['speaks no HTTP', { after: (socket) => void socket.end('\u0000\u0001 no HTTP \r\n\r\n') }, unreachable],
  [
    'says gzip and sends something else',
    {
      after: (socket, reply) => {
        const headers = { ...reply.headers, 'content-encoding': 'gzip' };
        socket.end(whole({ ...reply, headers, body: Buffer.from('neither gzip nor JSON') }));
      },
    },
    unreachable,
    unexpected,
  ],
  [
    'sends half of a gzipped body',
    {
      after: (socket, reply) => {
        const body = gzipSync(reply.body);
        socket.end(
          whole({
            ...reply,
            headers: { ...reply.headers, 'content-encoding': 'gzip' },
            body: body.subarray(0, body.length / 2),
          }),
        );
      },
    },
    unexpected,
  ],
  [
    'sends half of a JSON text',
    { after: (socket, reply) => void socket.end(whole({ ...reply, body: half(reply) })) },
    unexpected,
  ],
  [
    'sends the body twice in one',
    { after: (socket, reply) => void socket.end(whole({ ...reply, body: Buffer.concat([reply.body, reply.body]) })) },
    unexpected,
  ],
  ['stalls before the headers', { after: () => undefined }, late],
  [
    'stalls within the headers',
    { after: (socket, reply) => void socket.write(head(reply, lengthOf(reply)).slice(0, 60)) },
    late,
  ],
  [
    'stalls within the body',
    {
      after: (socket, reply) =>
        void socket.write(Buffer.concat([Buffer.from(head(reply, lengthOf(reply))), half(reply)])),
    },
    late,
  ],
];

/** Unusual but complete answers. */
export const unusual = [
  [
    'sends one byte at a time',
    {
      after: async (socket, reply) => {
        for (const byte of whole(reply)) {
          socket.write(Buffer.of(byte));
          await new Promise((resolve) => setImmediate(resolve));
        }
        socket.end();
      },
    },
  ],
  [
    'sends the whole answer twice',
    { after: (socket, reply) => void socket.end(Buffer.concat([whole(reply), whole(reply)])) },
  ],
  [
    'says 100 Continue and 103 Early Hints first',
    {
      after: (socket, reply) =>
        void socket.end(
          Buffer.concat([
            Buffer.from('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n'),
            whole(reply),
          ]),
        ),
    },
  ],
  [
    'cuts a gzipped body into chunks of one byte',
    {
      after: (socket, reply) => {
        const parts = [...gzipSync(reply.body)].map((byte) => chunk(Buffer.of(byte)));
        socket.end(
          Buffer.concat([
            Buffer.from(head({ ...reply, headers: { ...reply.headers, 'content-encoding': 'gzip' } }, chunked)),
            ...parts,
            Buffer.from('0\r\n\r\n'),
          ]),
        );
      },
    },
  ],
];

/** Every fault by its description. */
export const faults = new Map([...broken, ...unusual].map(([name, fault]) => [name, fault]));
