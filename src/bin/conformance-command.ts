import { text } from 'node:stream/consumers';
import { CannotCheckError, checkServer } from './conformance/check-server.js';
import { countVerdicts, tableOf } from './conformance/table.js';
import { parseOptions, UsageError, wholeNumber } from './options.js';

const help = `Usage: npx agni-settings conformance URL [options]

Checks a server against the contract: what works, what the kit will show as unavailable, and what is
wrong. URL is that of base-url, without /api/v1. Only reads, unless --writes is given.

Options:
  --token <token>     an access token of a user, best of an owner; - reads it from the standard input.
                      By default it is the environment variable AGNI_TOKEN, which no list of processes shows
  --org <id>          the organization (default: that of the token's user)
  --writes            also checks operations that change data, and restores what they changed. It invites a
                      user and revokes the invitation, so use a disposable organization
  --json              prints JSON instead of text
  --timeout <number>  milliseconds that a request may take (default 15000)
  --help              shows this text

Exit code: 0 nothing is wrong, 1 something is wrong, 2 nothing could be checked.
`;

/** `agni-settings conformance`: checks a server, prints the report, and resolves to the exit code. */
export async function conformance(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args, {
    token: { type: 'string' },
    org: { type: 'string' },
    writes: { type: 'boolean' },
    json: { type: 'boolean' },
    timeout: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const baseUrl = readUrl(positionals);
  const timeoutMs = wholeNumber('timeout', values.timeout, 15_000, [1, 600_000]);
  const token = await readToken(values.token);
  try {
    const report = await checkServer({ baseUrl, token, timeoutMs, orgId: values.org, hasWrites: values.writes });
    const counts = countVerdicts(report);
    const output = values.json ? `${JSON.stringify({ ...report, counts }, null, 2)}\n` : tableOf(report);
    // A server may repeat the token in a text that the report contains.
    process.stdout.write(output.replaceAll(token, '***'));
    return counts.wrong ? 1 : 0;
  } catch (error) {
    if (!(error instanceof CannotCheckError)) throw error;
    console.error(error.message.replaceAll(token, '***'));
    return 2;
  }
}

function readUrl([given, ...more]: readonly string[]): string {
  if (given === undefined) throw new UsageError('The URL of the server is missing.');
  if (more.length) throw new UsageError(`Unexpected "${more[0]}": conformance takes one URL.`);
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`"${given}" is not the URL of a server.`);
  if (url.username || url.search || url.hash) {
    throw new UsageError('The URL is an origin with an optional path, without a user, a query or a fragment.');
  }
  if (/\/api\/v1\/?$/.test(url.pathname)) throw new UsageError('Leave /api/v1 out of the URL, as in base-url.');
  return url.href.replace(/\/+$/, '');
}

async function readToken(option: string | undefined): Promise<string> {
  const token = option === '-' ? await text(process.stdin) : (option ?? process.env.AGNI_TOKEN ?? '');
  if (token.trim()) return token.trim();
  throw new UsageError('A token is missing: --token, --token - for the standard input, or AGNI_TOKEN.');
}
