import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API リファレンス',
  lead: 'ワークスペースですぐに使えるドキュメントとリクエスト例です。',
  none: 'API ドキュメントはここにありません。',

  'api.heading': 'API リファレンス',
  'api.text': 'REST API 全体: エージェント、通話、連絡先、キャンペーン、組織。',
  'ghl.heading': 'GHL 連携 API',
  'ghl.text': 'GoHighLevel の接続とカレンダー、エージェントが入れた予約。',
  'calcom.heading': 'Cal.com 連携 API',
  'calcom.text': '接続済みの Cal.com アカウントと、予約できるイベントタイプ。',
} as const satisfies PackWords<'ja', 'apiReference'>;
