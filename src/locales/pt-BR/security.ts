import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Segurança',
  lead: 'Como e onde você entrou.',
} as const satisfies PackWords<'pt-BR', 'security'>;
