import { NotUniqueError, type Store } from '../db/store.js';
import { settings } from '../db/tables.js';
import { base64url, fromBase64url, type RandomBytes } from './digest.js';

/** A secret of the server, generated at its first use and stored, so that it outlives a restart. */
export class ServerSecret {
  readonly #store: Store;
  readonly #random: RandomBytes;
  readonly #name: string;
  #bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;

  constructor(store: Store, random: RandomBytes, name: string) {
    this.#store = store;
    this.#random = random;
    this.#name = name;
  }

  /** The 32 bytes of the secret. */
  read(): Promise<Uint8Array<ArrayBuffer>> {
    this.#bytes ??= this.#load().catch((error: unknown) => {
      this.#bytes = undefined; // the next request tries again
      throw error;
    });
    return this.#bytes;
  }

  async #load() {
    const generated = base64url(this.#random(32));
    const known = await this.#store.get(settings, this.#name);
    if (known) return fromBase64url(known.value);
    try {
      await this.#store.insert(settings, { name: this.#name, value: generated });
      return fromBase64url(generated);
    } catch (error) {
      const stored = error instanceof NotUniqueError && (await this.#store.get(settings, this.#name));
      if (!stored) throw error;
      return fromBase64url(stored.value); // another process was first
    }
  }
}
