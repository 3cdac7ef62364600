import { html } from 'lit';

/** An amount with its limit. */
export interface Meter {
  readonly label: string;
  /** Amount and limit in words, such as "10 of 12". */
  readonly text: string;
  readonly value: number;
  readonly limit: number;
  /** Whether a low amount is bad instead of a high one, as for credits left. */
  readonly isRemainder?: boolean | undefined;
}

/** Used shares of the limit from which a meter shows a warning, and from which it shows danger. */
const warningLevel = 0.8;
const dangerLevel = 0.95;

/** A bar for an amount with a limit, with the words beside it. */
export function meter({ label, text, value, limit, isRemainder = false }: Meter) {
  const share = limit > 0 ? Math.min(1, Math.max(0, value / limit)) : 1;
  return html`<div class="meter ${levelOf(isRemainder ? 1 - share : share)}" part="meter">
    <span>${label}</span> <b dir="auto" .textContent=${text}></b>
    <svg
      role="meter"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax=${limit}
      aria-valuenow=${Math.min(limit, value)}
      aria-valuetext=${text}
    >
      <rect width=${100 * share} height="1" />
    </svg>
  </div>`;
}

function levelOf(used: number): string {
  if (used >= dangerLevel) return 'bad';
  return used >= warningLevel ? 'warn' : 'good';
}
