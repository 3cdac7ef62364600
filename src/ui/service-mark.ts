import { html } from 'lit';
import { icon } from './icon.js';

/** Outlines of the marks of services, drawn as those in `icon.ts`. */
const outlines = {
  ghl: 'M3 13.5V8M8 13.5V2.5M13 13.5V5.5M5.5 5 8 2.5 10.5 5',
  calcom: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.3V5M10.5 2.3V5M9.5 9.2a1.6 1.6 0 1 0 0 2.2',
};

/** The mark of a service in a frame. The service's name is beside the mark, so screen readers skip the mark. */
export function serviceMark(service: keyof typeof outlines) {
  return html`<span class="mark" data-service=${service} aria-hidden="true">${icon(outlines[service])}</span>`;
}
