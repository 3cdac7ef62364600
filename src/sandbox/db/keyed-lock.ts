/** Runs one task at a time per key; other tasks of the key wait in order. */
export class KeyedLock {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `task` after all earlier tasks of the key have ended. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const previous = this.#last.get(key);
    const current = (async () => {
      await previous?.catch(() => undefined); // its caller handles the error
      return task();
    })();
    this.#last.set(key, current);
    try {
      return await current;
    } finally {
      if (this.#last.get(key) === current) this.#last.delete(key);
    }
  }
}
