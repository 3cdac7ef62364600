import { executeServerCommand } from '@web/test-runner-commands';
import { waitFor } from '../queries.js';
import { user, viewOf } from '../user.js';
import { wire } from './wire.js';

/** The differences between host pages. */
export interface HostPageOptions {
  /** Scripts and other content of the head; the script-tag build by default. */
  readonly head?: string;
  readonly body: string;
  /** `Content-Security-Policy`; none by default. */
  readonly policy?: string;
  /** Runs in the page before its other scripts. */
  readonly before?: () => void;
}

/** The tag of the script-tag build. */
export const scriptTag = '<script type="module" src="/cdn/agni-settings.js"></script>';

/** A page of a host around the built kit, in a frame of the test's page. */
export class HostFrame {
  readonly #frame = document.createElement('iframe');
  /** Uncaught errors, policy violations, and errors and warnings of the console. */
  readonly complaints: string[] = [];

  /** Opens a page. Its providers use the token of a user. */
  static async open({ head = scriptTag, body, policy, before }: HostPageOptions): Promise<HostFrame> {
    const host = new HostFrame();
    Object.assign(window, { complaints: host.complaints });
    const script = `(${watch})(${JSON.stringify(wire.token)});${before ? `(${before})()` : ''}`;
    const address = await executeServerCommand('wire-page', { head, body, policy, script });
    Object.assign(host.#frame, { src: address, width: 1000, height: 700 });
    document.body.append(host.#frame);
    return host;
  }

  get document(): Document {
    return this.#frame.contentDocument as Document;
  }

  get window(): Window {
    return this.#frame.contentWindow as Window;
  }

  /** Waits until the kit has rendered an element; resolves to the first one of this tag. */
  find(tag: string): Promise<HTMLElement> {
    return waitFor(() => {
      const found = this.document.querySelector<HTMLElement>(tag);
      if (!found?.shadowRoot) throw new Error(`No <${tag}> is rendered`);
      return found;
    });
  }

  /** Queries in an element of the kit. */
  async view(tag: string) {
    return viewOf(await this.find(tag));
  }

  /** Changes the first name in the profile as a user does, and waits until it is saved. */
  async saveFirstName(name: string): Promise<void> {
    const view = await this.view('agni-profile');
    await user.fill(await view.findByLabelText('First Name'), name);
    await user.click(view.getByRole('button', { name: 'Save Changes' }));
    await view.findByText('Saved');
  }

  remove(): void {
    this.#frame.remove();
  }
}

/** Runs in the page before all other scripts: records errors and console messages, and signs in. */
function watch(token: string) {
  const { complaints } = parent as unknown as { complaints: string[] };
  const complain = (words: string) => complaints.push(words);
  addEventListener('error', ({ message, error }) => complain(`error: ${message} ${error?.stack}`));
  addEventListener('unhandledrejection', ({ reason }) => complain(`rejection: ${reason?.stack ?? reason}`));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    complain(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`);
  });
  for (const kind of ['warn', 'error'] as const) {
    console[kind] = (...values: unknown[]) => complain(`console: ${values}`);
  }
  addEventListener('DOMContentLoaded', () => {
    for (const provider of document.querySelectorAll('agni-provider')) {
      Object.assign(provider, { getToken: async () => token });
    }
  });
}
