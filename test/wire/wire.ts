import { executeServerCommand } from '@web/test-runner-commands';

/** A fault after which no answer can be read. */
interface Broken {
  readonly name: string;
  /** The text that a failed read shows. */
  readonly text: string;
  readonly inWebKit: string;
  /** Whether the fault comes before the server receives the request. */
  readonly isBefore: boolean;
}

/** The built server, the proxy in front of it, and the faults that the proxy can make. */
export interface Wire {
  /** Address of the proxy. */
  readonly url: string;
  /** Address of the server itself. */
  readonly origin: string;
  /** Access token of an owner. */
  readonly token: string;
  /** Faults after which no answer can be read. */
  readonly broken: readonly Broken[];
  /** Unusual but complete answers. */
  readonly unusual: readonly string[];
}

/** Calls a command of scripts/wire.mjs. */
export function send<Result>(command: 'open' | 'calm' | 'seen' | 'refuse' | 'accept'): Promise<Result> {
  return executeServerCommand(`wire-${command}`) as Promise<Result>;
}

export const wire = await send<Wire>('open');

/** Applies a fault to the requests of a method and path, until the next call. */
export async function disturb(method: string, path: string, name: string): Promise<void> {
  await executeServerCommand('wire-disturb', { method, path, name });
}

/** The console messages. The kit reports a server that it can't reach once per page. */
export const said: string[] = [];
/** Uncaught errors. */
export const errors: string[] = [];

/** Loads the built kit as a host page does, and records its errors and console messages. */
export async function loadKit(): Promise<void> {
  for (const kind of ['warn', 'error'] as const) console[kind] = (...values) => said.push(values.join(' '));
  const note = (event: ErrorEvent | PromiseRejectionEvent) => {
    event.preventDefault();
    errors.push(String('reason' in event ? event.reason : event.error));
  };
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
  const script = document.createElement('script');
  script.type = 'module';
  script.src = '/cdn/agni-settings.js';
  document.head.append(script);
  await customElements.whenDefined('agni-provider');
}
