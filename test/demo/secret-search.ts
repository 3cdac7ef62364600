import type { BrowserContext, CDPSession, Page } from 'playwright';
import { everythingIn, everythingStored } from '../everything-in.js';

/** A place where a page could leave a secret. */
type Place = 'DOM' | 'events' | 'storage' | 'console' | 'addresses' | 'heap';

/**
 * Searches for secrets in all places where a page could leave them. The search runs outside of the page, because
 * passing a secret to the page would leave it there.
 */
export class SecretSearch {
  readonly #page: Page;
  readonly #heap: CDPSession;
  readonly #events: string[] = [];
  readonly #console: string[] = [];
  readonly #addresses: string[] = [];

  private constructor(page: Page, heap: CDPSession) {
    this.#page = page;
    this.#heap = heap;
    page.on('console', (message) => this.#console.push(message.text()));
    page.on('pageerror', (error) => this.#console.push(`${error.stack}`));
    page.on('request', (request) => this.#addresses.push(request.url()));
    page.on('framenavigated', (frame) => this.#addresses.push(frame.url()));
  }

  /** Starts to record the events of a page that has not loaded a document yet. */
  static async on(context: BrowserContext, page: Page): Promise<SecretSearch> {
    const search = new SecretSearch(page, await context.newCDPSession(page));
    await page.exposeFunction('noteEvent', (words: string) => search.#events.push(words));
    await page.addInitScript(() => {
      const { noteEvent } = globalThis as unknown as { noteEvent(words: string): void };
      const { dispatchEvent } = EventTarget.prototype;
      EventTarget.prototype.dispatchEvent = function (event) {
        if (event instanceof CustomEvent) noteEvent(`${event.type} ${JSON.stringify(event.detail)}`);
        return dispatchEvent.call(this, event);
      };
    });
    return search;
  }

  /** The number of recorded events. */
  get eventCount(): number {
    return this.#events.length;
  }

  /** The places of the secrets, as `name: place`. A search of the heap takes a second. */
  async find(secrets: ReadonlyMap<string, string>, { withHeap = true } = {}): Promise<string[]> {
    const places: Record<Place, string[]> = {
      DOM: [await this.#page.evaluate(everythingIn, undefined)],
      events: this.#events,
      storage: [await this.#page.evaluate(everythingStored)],
      console: this.#console,
      addresses: [...this.#addresses, this.#page.url()],
      heap: withHeap ? await this.#heapStrings() : [],
    };
    return [...secrets].flatMap(([name, secret]) => {
      // Longer numbers may contain a code of six digits.
      const whole = new RegExp(`(?<![\\w.])${secret.replace(/[-.+]/g, '\\$&')}(?![\\w.])`);
      return Object.entries(places).flatMap(([place, texts]) =>
        texts.some((text) => text.includes(secret) && whole.test(text)) ? [`${name}: ${place}`] : [],
      );
    });
  }

  /** All strings on the heap of the page after garbage collection. */
  async #heapStrings(): Promise<string[]> {
    await this.#heap.send('HeapProfiler.collectGarbage');
    const chunks: string[] = [];
    const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
    this.#heap.on('HeapProfiler.addHeapSnapshotChunk', take);
    await this.#heap.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
    this.#heap.off('HeapProfiler.addHeapSnapshotChunk', take);
    const snapshot = chunks.join('');
    // Parses only the strings, the last part of a snapshot: parsing the numbers before them takes most of the time.
    return JSON.parse(`{${snapshot.slice(snapshot.lastIndexOf('"strings":['))}`).strings;
  }
}
