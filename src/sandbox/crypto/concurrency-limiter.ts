/** Lets a few pieces of work run at once. Of the others so many may wait for their turn, and only so long. */
export class Turns {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #patience: number | undefined;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `patience`: milliseconds that work waits at most; without it, for as long as it takes. */
  constructor(limits: { atOnce: number; mostWaiting: number; patience?: number }) {
    this.#atOnce = limits.atOnce;
    this.#mostWaiting = limits.mostWaiting;
    this.#patience = limits.patience;
  }

  /** Runs `work` when it's its turn. Throws what `tooMany` makes if that can't be soon. */
  async run<Result>(work: () => Promise<Result>, tooMany: () => Error): Promise<Result> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else await this.#turn(tooMany);
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(tooMany: () => Error): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= this.#mostWaiting) return reject(tooMany());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(begin);
      if (this.#patience === undefined) return undefined;
      timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1);
        reject(tooMany());
      }, this.#patience);
      return undefined;
    });
  }
}
