import type { PackWords } from '../pack.js';

export const integrations = {
  active: '接続済み',
  none: '未接続',
  reconnect: '再接続が必要',
  incomplete: '設定が未完了',

  heading: '連携',
  lead: 'エージェントが予約に使うサービスです。',
  path: 'パンくずリスト',
  ghl: 'GoHighLevel',
  ghlText: 'エージェントは、GoHighLevel のカレンダーに直接予約を入れます。',
  calcom: 'Cal.com',
  calcomText: 'エージェントは、1 つ以上の Cal.com アカウントでミーティングを予約します。',
  manage: '{name} を管理',
  calendars: '{count} 件のカレンダー',
  eventTypes: '{count} 件のイベントタイプ',
  appointments: '{count} 件の予約',
  manyAppointments: '{count} 件以上の予約',
} as const satisfies PackWords<'ja', 'integrations'>;
