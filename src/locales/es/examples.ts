import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Ejemplos',
  copyExample: 'Copiar',
  copyExampleOf: 'el ejemplo de {language}',
} as const satisfies PackWords<'es', 'examples'>;
