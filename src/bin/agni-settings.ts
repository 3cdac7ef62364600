#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };
import { conformance } from './conformance-command.js';
import { UsageError } from './options.js';
import { sandbox } from './sandbox-command.js';

/** Each command takes its arguments and resolves to the exit code. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = { sandbox, conformance };

const help = `Usage: npx agni-settings <command> [options]

Commands:
  sandbox           starts a stand-in for the API, in memory
  conformance URL   checks a server against the contract

npx agni-settings <command> --help shows the options of a command.
`;

async function main([name = '--help', ...args]: readonly string[]): Promise<number> {
  if (['--help', '-h', 'help'].includes(name)) return print(help);
  if (['--version', '-v'].includes(name)) return print(`${packageJson.version}\n`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command)
    throw new UsageError(`Unknown command "${name}". The commands are ${Object.keys(commands).join(' and ')}.`);
  return command(args);
}

function print(text: string) {
  process.stdout.write(text);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof Error)) throw error;
    // A mistake on the command line is printed without a stack, which does not help the user.
    console.error(error instanceof UsageError ? `${error.message}\nTry --help.` : error);
    process.exitCode = 2;
  },
);
