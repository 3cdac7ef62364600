const halfHour = 1_800_000;
const day = 48 * halfHour;

/** Half hours of the day, in UTC, in which somebody can be booked. */
const [opening, closing] = [9 * 2, 17 * 2];

/** A day's free times, as the managing routes of both providers answer them (docs/contract.md 10.8). */
export interface FreeDay {
  readonly date: string;
  readonly date_label: string;
  readonly slots: readonly string[];
}

/** Moments in milliseconds at which an appointment may begin: half hours of working days, from now on. */
export function bookableMoments(now: number, days: number): number[] {
  const today = Math.floor(now / day) * day;
  return Array.from({ length: days + 1 }, (_, index) => today + index * day)
    .filter((date) => ![0, 6].includes(new Date(date).getUTCDay()))
    .flatMap((date) => Array.from({ length: closing - opening }, (_, index) => date + (opening + index) * halfHour))
    .filter((moment) => moment > now && moment <= now + days * day);
}

/** Tells moments as a wall clock shows them. Throws `RangeError` for a time zone nobody knows. */
export class WallClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #label: Intl.DateTimeFormat;

  constructor(timeZone = 'UTC') {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    this.#format = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone, hourCycle: 'h23' });
    this.#label = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone });
  }

  /** Day and time, as `2026-03-02` and `09:30`. */
  read(moment: number): { date: string; time: string } {
    const parts = this.#format.formatToParts(moment);
    const of = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
    return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` };
  }

  /**
   * The moment that somebody who is on this clock means: one with an offset says it itself, one without is looked for
   * among `candidates`. `undefined` where it's none.
   */
  find(text: string, candidates: readonly number[]): number | undefined {
    if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) {
      const moment = Date.parse(text);
      return candidates.find((candidate) => candidate === moment);
    }
    const wanted = text.replace(' ', 'T').slice(0, 16);
    return candidates.find((candidate) => {
      const { date, time } = this.read(candidate);
      return `${date}T${time}` === wanted;
    });
  }

  /** Moments in order, gathered by day. */
  byDay(moments: readonly number[]): FreeDay[] {
    const days = new Map<string, { date: string; date_label: string; slots: string[] }>();
    for (const moment of moments) {
      const { date, time } = this.read(moment);
      const known = days.get(date) ?? { date, date_label: this.#label.format(moment), slots: [] };
      known.slots.push(time);
      days.set(date, known);
    }
    return [...days.values()];
  }
}
