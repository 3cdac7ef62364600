import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'प्रोफ़ाइल',
  lead: 'इस वर्कस्पेस में आपका नाम, भूमिका और साइन-इन की जानकारी।',
  account: 'खाता',
  method: 'साइन-इन का तरीका',
  'method.password': 'ईमेल और पासवर्ड',
  'method.google': 'Google',
  lastLogin: 'पिछला साइन-इन',
  memberSince: 'सदस्यता की शुरुआत',
  role: 'भूमिका',
  email: 'ईमेल',
  permissions: 'आपकी भूमिका की अनुमतियाँ',
  firstName: 'नाम',
  lastName: 'उपनाम',

  'invalid.address': 'नाम में ईमेल पता नहीं हो सकता।',
} as const satisfies PackWords<'hi', 'profile'>;
