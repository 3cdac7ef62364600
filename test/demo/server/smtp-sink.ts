import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A received mail. */
export interface SunkMail {
  /** Addresses as spelled in RCPT TO on the wire. */
  readonly recipients: string[];
  readonly sender: string;
  /** Everything between DATA and its end. */
  readonly raw: string;
  readonly parsed: Email;
}

/** The server behaves correctly; answers 4xx or 5xx to RCPT TO; never greets; disconnects or is silent after DATA. */
export type SinkMode = 'good' | 'busy' | 'refusing' | 'silent' | 'dropping' | 'mute';

/** An independent mail server, which stores the mails that it receives. */
export class SmtpSink {
  mode: SinkMode = 'good';
  /** The address of the open server. */
  url = '';
  readonly mails: SunkMail[] = [];
  /** Connections with the text that each has received. */
  readonly #sockets = new Map<Socket, string>();
  readonly #server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      if (this.mode !== 'silent') done();
    },
    onRcptTo: (_address, _session, done) => {
      if (this.mode === 'busy') return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
      if (this.mode === 'refusing') return done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      return done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString();
        this.mails.push({
          recipients: this.#recipientsFrom(session.remotePort),
          sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          raw,
          parsed: await PostalMime.parse(raw),
        });
        if (this.mode === 'dropping') for (const socket of this.#sockets.keys()) socket.destroy();
        else if (this.mode !== 'mute') done();
      });
    },
  });

  /** Starts to listen on a free port. */
  async open(): Promise<void> {
    this.#server.server.on('connection', (socket: Socket) => {
      this.#sockets.set(socket, '');
      socket.on('data', (chunk) => this.#sockets.set(socket, `${this.#sockets.get(socket) ?? ''}${chunk}`));
      socket.once('close', () => this.#sockets.delete(socket));
    });
    this.#server.on('error', () => undefined); // connections break on purpose here
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.url = `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.keys()) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #recipientsFrom(port: number): string[] {
    const said = [...this.#sockets].find(([socket]) => socket.remotePort === port)?.[1] ?? '';
    const [commands = ''] = said.split(/^DATA\r$/m);
    return [...commands.matchAll(/^RCPT TO:<(.*)>/gim)].map(([, address = '']) => address);
  }

  /** The mails to an address, the latest first. */
  to(address: string): SunkMail[] {
    return this.mails.filter(({ recipients }) => recipients.includes(address)).reverse();
  }
}

/** The temporary password in a mail. */
export function passwordIn({ text }: { text?: string | undefined } = {}): string {
  return /temporary password: (\S+)/.exec(text ?? '')?.[1] ?? '';
}
