import type { BlockList } from 'node:net';
import { plainAddress } from '../../src/contract/email-addresses.js';
import { isLoopback } from '../../src/sandbox/http/request-origin.js';
import { parseProxies } from './client-address.js';

/** The options in environment variables. */
export interface Environment {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** PostgreSQL's URL; without it the data are in an embedded database in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** The server's address in browsers, with a path if a proxy serves it under one; without a slash at the end. */
  readonly publicUrl: string | undefined;
  /** Addresses and subnets of proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: BlockList | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Email of the owner to invite to a new organization, if the database has no organization. */
  readonly firstOwner: string | undefined;
  /** Whether the control routes are served and Northwind Dental is seeded. */
  readonly hasControl: boolean;
  /** Whether mails are shown at `/mailbox` instead of being sent. If not, and without `smtpUrl`, sending fails. */
  readonly catchesMail: boolean;
}

/** Reads the environment variables. Throws an `Error` that names an invalid one. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const { PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, SANDBOX_CONTROL } = variables;
  const { SMTP_URL, MAIL_FROM, FIRST_OWNER, TRUST_PROXY } = variables;
  const host = HOST || '127.0.0.1';
  const port = Number(PORT || 4310);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${PORT}", which is not a port`);
  if (PUBLIC_URL && !(URL.canParse(PUBLIC_URL) && /^https?:\/\/[^?#@]+$/.test(PUBLIC_URL))) {
    throw new Error(`PUBLIC_URL is "${PUBLIC_URL}", which is not a web address`);
  }
  if (SANDBOX_CONTROL && !['on', 'off'].includes(SANDBOX_CONTROL)) {
    throw new Error(`SANDBOX_CONTROL is "${SANDBOX_CONTROL}"; it can be on or off`);
  }
  // The message leaves out the value, which may contain a password.
  if (SMTP_URL && !/^smtps?:\/\/./.test(SMTP_URL)) throw new Error('SMTP_URL is no smtp: or smtps: address');
  const parseEmail = (name: string, value: string) => {
    const address = plainAddress(value);
    if (address === null) throw new Error(`${name} is "${value}", which is not an email address`);
    return address;
  };
  /** Whether no other machine can reach the server, either directly or through a proxy on this machine. */
  const isPrivate = isLoopback(host) && (!PUBLIC_URL || isLoopback(new URL(PUBLIC_URL).hostname));
  // Control routes and accounts with a known password are for this machine only, by default.
  const hasControl = SANDBOX_CONTROL ? SANDBOX_CONTROL === 'on' : isPrivate;
  // Mails contain passwords.
  const catchesMail = !SMTP_URL && (hasControl || isPrivate);
  if (FIRST_OWNER && !SMTP_URL && !catchesMail) {
    throw new Error('FIRST_OWNER is invited by mail, so SMTP_URL is needed');
  }
  return {
    host,
    port,
    databaseUrl: DATABASE_URL || undefined,
    dataFolder: DATA_DIR || '.data',
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL).href.replace(/\/+$/, '') : undefined,
    trustedProxies: TRUST_PROXY ? parseProxies(TRUST_PROXY) : undefined,
    smtpUrl: SMTP_URL || undefined,
    mailFrom: MAIL_FROM ? parseEmail('MAIL_FROM', MAIL_FROM) : defaultMailFrom(PUBLIC_URL),
    firstOwner: FIRST_OWNER ? parseEmail('FIRST_OWNER', FIRST_OWNER) : undefined,
    hasControl,
    catchesMail,
  };
}

/** `no-reply` at the public host name. */
function defaultMailFrom(url: string | undefined): string {
  return (url && plainAddress(`no-reply@${new URL(url).hostname}`)) || 'no-reply@localhost';
}
