import type { Sandbox } from '../../src/sandbox/create-sandbox.js';
import type { choices } from '../sandbox/fuzz/values.js';

type Choices = ReturnType<typeof choices>;

const json = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ success: false, message: code, error: { code, message: code } }), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

/** Answers that replace the server's answer; the server does not receive the request. */
const wrongAnswers = [
  () => json(500, 'INTERNAL_ERROR'),
  () => json(503, 'SERVICE_UNAVAILABLE', { 'Retry-After': '1' }),
  () => json(429, 'RATE_LIMITED', { 'Retry-After': '1' }),
  () => json(401, 'TOKEN_EXPIRED'),
  () => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'Content-Type': 'text/html' } }),
  () => new Response('<h1>Forbidden</h1>', { status: 403, headers: { 'Content-Type': 'text/html' } }),
  () => new Response('{"success":true,"data":', { headers: { 'Content-Type': 'application/json' } }),
];

/** The network to a sandbox. Until `calm()`, requests are delayed, fail or lose their answer, and connections drop. */
export class UnreliableNetwork {
  readonly #sandbox: Sandbox;
  readonly #random: Choices;
  readonly #undo: () => void;
  /** One of this many requests fails. */
  readonly #oneIn: number;
  #isCalm = false;
  #isOnline = true;
  /** Records a write and its result. */
  readonly #note: (write: string) => void;
  /** The number of requests without an answer. */
  pending = 0;

  constructor(sandbox: Sandbox, random: Choices, note: (write: string) => void) {
    this.#sandbox = sandbox;
    this.#random = random;
    this.#note = note;
    this.#oneIn = random.one([3, 6, 12, 1000]);
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => this.#isOnline });
    this.#undo = () => Reflect.deleteProperty(navigator, 'onLine');
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const write = request.method !== 'GET' && `${request.method} ${new URL(request.url).pathname}`;
    this.pending += 1;
    try {
      const response = await this.#answer(request);
      if (write) this.#note(`(${write}: ${response.status})`);
      return response;
    } catch (error) {
      if (write) this.#note(`(${write}: ${(error as Error).message})`);
      throw error;
    } finally {
      this.pending -= 1;
    }
  };

  async #answer(request: Request): Promise<Response> {
    const { once, one } = this.#random;
    if (this.#isCalm) return this.#sandbox.fetch(request);
    const isFaulty = once(this.#oneIn);
    if (once(4)) await delay(one([5, 20, 60]), request.signal);
    if (!this.#isOnline) throw new TypeError('Failed to fetch');
    if (!isFaulty) return this.#sandbox.fetch(request);
    const fault = one(['before', 'after', 'after', 'answer', 'answer', 'answer']);
    if (fault === 'answer') return one(wrongAnswers)();
    if (fault === 'before') throw new TypeError('Failed to fetch');
    await this.#sandbox.fetch(request);
    throw new TypeError('The answer is lost');
  }

  /** Interrupts or restores the connection. */
  toggle(isOnline = !this.#isOnline) {
    if (isOnline === this.#isOnline) return;
    this.#isOnline = isOnline;
    window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  }

  /** Ends all faults. */
  calm() {
    this.#isCalm = true;
    this.toggle(true);
  }

  /** Restores the page's own `navigator.onLine`. */
  remove() {
    this.#undo();
  }
}

/** Waits; rejects with the signal's reason if the signal aborts first. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
