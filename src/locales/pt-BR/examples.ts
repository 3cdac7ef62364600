import type { PackWords } from '../pack.js';

export const examples = {
  examples: 'Exemplos',
  copyExample: 'Copiar',
  copyExampleOf: 'o exemplo de {language}',
} as const satisfies PackWords<'pt-BR', 'examples'>;
