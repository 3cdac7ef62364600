import { html } from 'lit';
import type { Locale } from '../../locales/locale.js';
import { copyElement } from '../../ui/copy.js';
import { tabs } from '../../ui/tabs.js';
import type { editingEn } from './editing-en.js';

/** Stands where a key goes: examples are copied into files, where no key should be. */
const placeholder = 'YOUR_API_KEY';

const languages = [
  {
    id: 'curl',
    label: 'cURL',
    code: (url: string) => `curl "${url}" \\\n  -H "X-Api-Key: ${placeholder}"`,
  },
  {
    id: 'python',
    label: 'Python',
    code: (url: string) => `import requests

response = requests.get(
    "${url}",
    headers={"X-Api-Key": "${placeholder}"},
    timeout=10,
)
response.raise_for_status()
print(response.json())`,
  },
  {
    id: 'javascript',
    label: 'JavaScript',
    code: (url: string) => `// On your server, never in a web page.
const response = await fetch("${url}", {
  headers: { "X-Api-Key": "${placeholder}" },
});
if (!response.ok) throw new Error(response.statusText);
console.log(await response.json());`,
  },
];

/** What is selected, and what is told about copying. */
export interface Examples {
  readonly url: string;
  readonly language: string;
  /** What is said of the last attempt to copy one. */
  readonly status: string;
  readonly select: (language: string) => void;
  readonly copied: (isCopied: boolean) => void;
}

/** A first request in three languages. */
export function keyExamples({ url, language, status, select, copied }: Examples, { t }: Locale<typeof editingEn>) {
  const all = languages.map(({ id, label, code }) => ({
    id,
    label,
    content: html`<div class="code">
      <pre dir="ltr" tabindex="-1" @copy=${() => copied(true)}>${code(url)}</pre>
      <div class="row">
        <span class="help" role="status">${status}</span>
        <button class="secondary" part="button" type="button" @click=${copy}>
          ${t('copyExample')}<span class="hidden"> ${t('copyExampleOf', { language: label })}</span>
        </button>
      </div>
    </div>`,
  }));
  async function copy(event: Event) {
    const code = (event.currentTarget as Element).closest('.code')?.querySelector('pre') as HTMLElement;
    copied(await copyElement(code));
  }
  return html`<div>${tabs(t('examples'), all, language, select)}</div>`;
}
