import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'الملف الشخصي',
  lead: 'اسمك ودورك وبيانات تسجيل دخولك في مساحة العمل هذه.',
  account: 'الحساب',
  method: 'طريقة تسجيل الدخول',
  'method.password': 'البريد الإلكتروني وكلمة المرور',
  'method.google': 'Google',
  lastLogin: 'آخر تسجيل دخول',
  memberSince: 'عضو منذ',
  role: 'الدور',
  email: 'البريد الإلكتروني',
  permissions: 'ما يسمح به دورك',
  firstName: 'الاسم الأول',
  lastName: 'اسم العائلة',

  'invalid.address': 'لا يمكن أن يتضمّن الاسم عنوان بريد إلكتروني.',
} as const satisfies PackWords<'ar', 'profile'>;
