import { html, type TemplateResult } from 'lit';

/** A link to the host's sign-in page, if the host names one. */
export function signInLink(url: string | undefined, text: string): TemplateResult | undefined {
  return url ? html`<a class="button secondary" part="button" href=${url}>${text}</a>` : undefined;
}

/** A button that leads to the form that changes the password, if the page has one. */
export function passwordChangeButton(goThere: (() => void) | undefined, text: string): TemplateResult | undefined {
  if (!goThere) return undefined;
  return html`<button class="primary" part="button button-primary" @click=${goThere}>${text}</button>`;
}
