import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API 参考',
  lead: '适用于您工作区的文档和可直接运行的请求。',
  none: '此处没有 API 文档。',

  'api.heading': 'API 参考',
  'api.text': '完整的 REST API：智能体、通话、联系人、营销活动和您的组织。',
  'ghl.heading': 'GHL 集成 API',
  'ghl.text': 'GoHighLevel 连接、其日历以及智能体完成的预约。',
  'calcom.heading': 'Cal.com 集成 API',
  'calcom.text': '已连接的 Cal.com 账号，以及可通过它们预约的活动类型。',
} as const satisfies PackWords<'zh-CN', 'apiReference'>;
