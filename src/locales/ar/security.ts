import type { PackWords } from '../pack.js';

export const security = {
  heading: 'الأمان',
  lead: 'كيف تسجّل الدخول، وأين سجّلت الدخول.',
} as const satisfies PackWords<'ar', 'security'>;
