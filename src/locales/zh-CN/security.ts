import type { PackWords } from '../pack.js';

export const security = {
  heading: '安全',
  lead: '您的登录方式和已登录的设备。',
} as const satisfies PackWords<'zh-CN', 'security'>;
