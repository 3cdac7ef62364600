import { defineWords } from './define-words.js';

/** Simplified Chinese. */
export const zhCN = defineWords({
  mailSubject: '您已受邀加入 Agni 上的“{organization}”',
  mailHello: '{name}，您好！',
  mailInvites: '“{inviter}”邀请您加入 Agni 上的“{organization}”。您的角色是 {role}。',
  mailInvited: '您已受邀加入 Agni 上的“{organization}”。您的角色是 {role}。',
  mailSignIn: '登录地址：{address}',
  mailEmail: '您的电子邮件地址：{email}',
  mailPassword: '您的临时密码：{password}',
  mailExpiry: '临时密码将于 {date} 过期。首次登录时，请设置您自己的密码。',
  mailUnexpected: '如果您没有预期收到此邀请，可以忽略此邮件。',

  consentTitle: '允许访问',
  consentHeading: '允许 Agni 访问您的位置吗？',
  consentWorkspace: '工作区：{organization}',
  consentUser: '登录账号：{email}',
  consentList: '该工作区的智能体将可以：',
  consentSee: '查看日历和可用时间',
  consentBook: '预订、更改和取消预约',
  consentContacts: '查看这些预约的联系人',
  deny: '拒绝',
  allow: '允许',
  consentNote: '您可以随时在此处或 Agni 的设置中断开连接。',
  connected: '已连接 GoHighLevel',
  connectedText: '您可以关闭此窗口。Agni 稍后会显示该连接。',
  denied: '访问已被拒绝',
  deniedText: '未建立任何连接。请关闭此窗口。如需重试，请从 Agni 连接。',
  failed: '此请求已失效',
  failedText: '此请求已被答复、已过期或属于其他用户。请关闭此窗口，然后从 Agni 重新连接。',
});
