import { ar } from './ar.js';
import { de } from './de.js';
import type { SandboxWords } from './define-words.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { hi } from './hi.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { nl } from './nl.js';
import { ptBR } from './pt-BR.js';
import { tr } from './tr.js';
import { zhCN } from './zh-CN.js';

const tables: Readonly<Record<string, SandboxWords>> = {
  ...{ en, ar, de, es, fr, hi, it, ja, nl, tr },
  ...{ 'pt-BR': ptBR, 'zh-CN': zhCN },
};

/** A language that mails and pages of the sandbox are written in. */
export interface SandboxLanguage {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: SandboxWords;
}

/** Language and script of a tag; `undefined` for text that is not a tag, such as `*`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/**
 * The first language of an `Accept-Language` header (RFC 9110 section 12.5.4) that has words in the same script, else
 * English: `pt` and `pt-PT` get `pt-BR`, but `zh-TW` does not get `zh-CN`, even if a plain `zh` follows.
 */
export function negotiateLanguage(acceptLanguage: string | null | undefined): SandboxLanguage {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 1000) // the time to split grows with the square of the length
    .split(',')
    .map((item) => {
      const [tag = '', quality = '1'] = item.trim().split(/\s*;\s*q=/i);
      return { locale: localeOf(tag), quality: Number(quality) };
    })
    .filter(({ locale, quality }) => locale && quality > 0)
    .sort((first, second) => second.quality - first.quality);
  /** The script of each language, by the first tag of the language. */
  const scripts = new Map<string, string | undefined>();
  for (const { locale: { language, script } = new Intl.Locale('en') } of wanted) {
    if (!scripts.has(language)) scripts.set(language, script);
  }
  for (const [language, script] of scripts) {
    for (const [lang, words] of Object.entries(tables)) {
      const own = localeOf(lang);
      if (own?.language === language && own.script === script) {
        return { lang, dir: script === 'Arab' ? 'rtl' : 'ltr', words };
      }
    }
  }
  return { lang: 'en', dir: 'ltr', words: en };
}

/** Fills the placeholders of a text; returns the pieces, so that a value can be markup. */
export function fill<Value>(text: string, values: Readonly<Record<string, Value>>): (string | Value)[] {
  return text.split(/\{(\w+)\}/).map((piece, index) => (index % 2 ? (values[piece] ?? '') : piece));
}
