import { NotUniqueError, type Store } from '../db/store.js';
import { settings } from '../db/tables.js';
import { base64url, fromBase64url, type Random } from './digest.js';

/** A secret of the server itself, made at the first use and kept in the store, so that it outlives a restart. */
export class ServerSecret {
  readonly #store: Store;
  readonly #random: Random;
  readonly #name: string;
  #bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;

  constructor(store: Store, random: Random, name: string) {
    this.#store = store;
    this.#random = random;
    this.#name = name;
  }

  /** Its 32 bytes. */
  read(): Promise<Uint8Array<ArrayBuffer>> {
    this.#bytes ??= this.#load().catch((error: unknown) => {
      this.#bytes = undefined; // the store may be back at the next request
      throw error;
    });
    return this.#bytes;
  }

  async #load() {
    const own = base64url(this.#random(32));
    const kept = await this.#store.get(settings, this.#name);
    if (!kept) {
      await this.#store.insert(settings, { name: this.#name, value: own }).catch((error: unknown) => {
        if (!(error instanceof NotUniqueError)) throw error; // else another process was first, and its secret counts
      });
    }
    const { value = own } = kept ?? (await this.#store.get(settings, this.#name)) ?? {};
    return fromBase64url(value);
  }
}
