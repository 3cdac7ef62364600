// Syntax highlighting, as classes that demo/docs/styles/code.css styles.
import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { escapeHtml } from './html.mjs';

for (const [name, language] of Object.entries({ bash, css, javascript, json, typescript, xml })) {
  highlighter.registerLanguage(name, language);
}
highlighter.registerAliases(['vue', 'svelte'], { languageName: 'xml' });

/** Code as HTML; code in an unknown language is not highlighted. */
export function highlight(code, language) {
  return highlighter.getLanguage(language)
    ? highlighter.highlight(code, { language, ignoreIllegals: true }).value
    : escapeHtml(code);
}
