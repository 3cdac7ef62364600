import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake on the command line. The message is for the user. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type OptionTypes = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends OptionTypes> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** Parses the arguments of a command. Throws a {@link UsageError} for an unknown option or a missing value. */
export function parseOptions<const O extends OptionTypes>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const [sentence = ''] = error.message.split(/\. |\n/);
    throw new UsageError(`${sentence.replace(/\.$/, '')}.`);
  }
}

/** Reads a whole number from `min` to `max`; returns `fallback` if the option is absent. */
export function wholeNumber(name: string, value: string | undefined, fallback: number, [min, max]: [number, number]) {
  if (value === undefined) return fallback;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not "${value}".`);
}
