import type { PackWords } from '../pack.js';

export const profile = {
  heading: '个人资料',
  lead: '您在此工作区中的姓名、角色和登录信息。',
  account: '账号',
  method: '登录方式',
  'method.password': '电子邮件地址和密码',
  'method.google': 'Google',
  lastLogin: '上次登录',
  memberSince: '加入时间',
  role: '角色',
  email: '电子邮件地址',
  permissions: '您的角色权限',
  firstName: '名字',
  lastName: '姓氏',

  'invalid.address': '姓名中不能包含电子邮件地址。',
} as const satisfies PackWords<'zh-CN', 'profile'>;
