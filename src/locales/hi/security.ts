import type { PackWords } from '../pack.js';

export const security = {
  heading: 'सुरक्षा',
  lead: 'आप कैसे साइन इन करते हैं और कहाँ-कहाँ साइन इन हैं।',
} as const satisfies PackWords<'hi', 'security'>;
