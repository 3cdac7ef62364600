export interface ConcurrencyLimits {
  readonly maxConcurrent: number;
  readonly maxQueued: number;
  /** Maximum milliseconds in the queue; without it there is no time limit. */
  readonly timeoutMs?: number;
}

/** Runs a limited number of tasks at once. Further tasks wait in a queue of limited length. */
export class ConcurrencyLimiter {
  readonly #limits: ConcurrencyLimits;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(limits: ConcurrencyLimits) {
    this.#limits = limits;
  }

  /** Runs `task` when there is room. Throws the result of `createError` if the queue is full or the wait too long. */
  async run<Result>(task: () => Promise<Result>, createError: () => Error): Promise<Result> {
    if (this.#running < this.#limits.maxConcurrent) this.#running += 1;
    else await this.#wait(createError);
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #wait(createError: () => Error): Promise<void> {
    const { maxQueued, timeoutMs } = this.#limits;
    return new Promise((resolve, reject) => {
      if (this.#queue.length >= maxQueued) return reject(createError());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const start = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#queue.push(start);
      if (timeoutMs === undefined) return undefined;
      timer = setTimeout(() => {
        this.#queue.splice(this.#queue.indexOf(start), 1);
        reject(createError());
      }, timeoutMs);
      return undefined;
    });
  }
}
