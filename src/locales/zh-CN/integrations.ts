import type { PackWords } from '../pack.js';

export const integrations = {
  active: '已连接',
  none: '未连接',
  reconnect: '需要重新连接',
  incomplete: '设置未完成',

  heading: '集成',
  lead: '智能体用来预约的服务。',
  path: '路径导航',
  ghl: 'GoHighLevel',
  ghlText: '智能体直接在您的 GoHighLevel 日历中预约。',
  calcom: 'Cal.com',
  calcomText: '智能体通过一个或多个 Cal.com 账号预约会议。',
  manage: '管理 {name}',
  calendars: '{count} 个日历',
  eventTypes: '{count} 个活动类型',
  appointments: '{count} 个预约',
  manyAppointments: '至少 {count} 个预约',
} as const satisfies PackWords<'zh-CN', 'integrations'>;
