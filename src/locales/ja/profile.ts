import type { PackWords } from '../pack.js';

export const profile = {
  heading: 'プロフィール',
  lead: 'このワークスペースでの名前、ロール、ログイン情報です。',
  account: 'アカウント',
  method: 'ログイン方法',
  'method.password': 'メールアドレスとパスワード',
  'method.google': 'Google',
  lastLogin: '最終ログイン',
  memberSince: '参加日',
  role: 'ロール',
  email: 'メールアドレス',
  permissions: 'ロールで許可されていること',
  firstName: '名',
  lastName: '姓',

  'invalid.address': '名前にメールアドレスを含めることはできません。',
} as const satisfies PackWords<'ja', 'profile'>;
