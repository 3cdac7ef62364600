import type { PackWords } from '../pack.js';

export const security = {
  heading: 'Güvenlik',
  lead: 'Nasıl ve nerede oturum açtığınız.',
} as const satisfies PackWords<'tr', 'security'>;
