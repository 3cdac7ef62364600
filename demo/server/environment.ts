import { plainAddress } from '../../src/contract/email-addresses.js';
import { isLoopback } from '../../src/sandbox/http/request-origin.js';

/** How the server was asked to run. */
export interface Environment {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** PostgreSQL's address; without it the data is embedded, in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** Origin under which browsers know the server. */
  readonly publicOrigin: string | undefined;
  /** The mail server's address; without it no mail goes out. */
  readonly smtpUrl: string | undefined;
  /** The address mails come from. */
  readonly mailFrom: string;
  /** Who is invited to be the owner of the first workspace. */
  readonly firstOwner: string | undefined;
  /** Whether tests may bend the server, and Northwind Dental is there. */
  readonly hasControl: boolean;
  /** Whether mail stays here, to be read at `/mailbox` by whoever can reach that. */
  readonly catchesMail: boolean;
}

/** Reads the environment variables. Throws an `Error` that names the one that can't be read. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const { PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, SANDBOX_CONTROL } = variables;
  const { SMTP_URL, MAIL_FROM, FIRST_OWNER } = variables;
  const host = HOST || '127.0.0.1';
  const port = Number(PORT || 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${PORT}", which is no port`);
  if (PUBLIC_URL && !/^https?:\/\//.test(PUBLIC_URL))
    throw new Error(`PUBLIC_URL is "${PUBLIC_URL}", which is no address`);
  if (SANDBOX_CONTROL && !['on', 'off'].includes(SANDBOX_CONTROL)) {
    throw new Error(`SANDBOX_CONTROL is "${SANDBOX_CONTROL}"; it can be on or off`);
  }
  // What is in it stays unsaid: passwords are part of such addresses.
  if (SMTP_URL && !/^smtps?:\/\/./.test(SMTP_URL)) throw new Error('SMTP_URL is no smtp: or smtps: address');
  const addressIn = (name: string, written: string) => {
    const address = plainAddress(written);
    if (address === null) throw new Error(`${name} is "${written}", which is no e-mail address`);
    return address;
  };
  // What bends a server, and accounts with a known password, are for this machine alone unless somebody insists.
  const hasControl = SANDBOX_CONTROL ? SANDBOX_CONTROL === 'on' : isLoopback(host);
  // Mails hold passwords, so they are shown only where nobody but this machine's people can look.
  const isPrivate = isLoopback(host) && (!PUBLIC_URL || isLoopback(new URL(PUBLIC_URL).hostname));
  const catchesMail = !SMTP_URL && (hasControl || isPrivate);
  if (FIRST_OWNER && !SMTP_URL && !catchesMail) {
    throw new Error('FIRST_OWNER is invited by mail, so SMTP_URL is needed');
  }
  return {
    host,
    port,
    databaseUrl: DATABASE_URL || undefined,
    dataFolder: DATA_DIR || '.data',
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : undefined,
    smtpUrl: SMTP_URL || undefined,
    mailFrom: MAIL_FROM ? addressIn('MAIL_FROM', MAIL_FROM) : noReplyAt(PUBLIC_URL),
    firstOwner: FIRST_OWNER ? addressIn('FIRST_OWNER', FIRST_OWNER) : undefined,
    hasControl,
    catchesMail,
  };
}

/** An address at the host people know the server by, where that has a name. */
function noReplyAt(url: string | undefined): string {
  return (url && plainAddress(`no-reply@${new URL(url).hostname}`)) || 'no-reply@localhost';
}
