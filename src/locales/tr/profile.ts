import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'Profil',
  lead: 'Bu çalışma alanındaki adınız, rolünüz ve oturum bilgileriniz.',
  account: 'Hesap',
  method: 'Oturum açma yöntemi',
  'method.password': 'E-posta ve parola',
  'method.google': 'Google',
  lastLogin: 'Son oturum',
  memberSince: 'Üyelik tarihi',
  role: 'Rol',
  email: 'E-posta',
  permissions: 'Rolünüzün izin verdikleri',
  firstName: 'Ad',
  lastName: 'Soyadı',

  'invalid.address': 'Ad, e-posta adresi içeremez.',
} as const satisfies PackWords<'tr', 'profile'>;
