import type { PackWords } from '../pack.js';

export const ghl = {
  active: '接続済み',
  none: '未接続',
  reconnect: '再接続が必要',
  incomplete: '設定が未完了',

  heading: 'GoHighLevel',
  lead: 'エージェントは、GoHighLevel のカレンダーに直接予約を入れます。',
  views: 'GoHighLevel',
  overview: '概要',
  calendars: 'カレンダー',
  appointments: '予約',
  noneHelp: 'GoHighLevel を接続すると、エージェントがそのカレンダーに予約を入れられます。',
  reconnectHelp: 'GoHighLevel がこの接続を受け付けなくなったため、エージェントは予約できません。再接続してください。',
  incompleteHelp: 'カレンダーで予約するエージェントはまだいません。エージェントの設定でカレンダーを選択してください。',
  location: 'ロケーション ID',
  copyLocation: 'ロケーション ID をコピー',
  agents: 'エージェント',
  agentCount: '{count} 件のエージェントが GoHighLevel で予約しています。',
  connect: 'GoHighLevel を接続',
  renew: 'GoHighLevel を再接続',
  disconnect: 'GoHighLevel の接続を解除',
  disconnectEffect: '接続を解除すると、エージェントは GoHighLevel で予約できなくなります。既存の予約は残ります。',
  notManager: 'GoHighLevel の接続と接続解除ができるのはオーナーと管理者だけです。',
  'error.UNAUTHORIZED':
    'このページには GoHighLevel へのアクセス権がありません。ページの運営者に API キーの追加を依頼してください。',
  'error.FORBIDDEN': 'このページには GoHighLevel へのアクセス権がありません。',

  waiting:
    'GoHighLevel を待っています。開いたウィンドウでアクセスを許可してください。このページは自動的に更新されます。',
  blocked:
    'ブラウザがウィンドウをブロックしました。GoHighLevel を開いてアクセスを許可してください。このページは自動的に更新されます。',
  open: 'GoHighLevel を開く',
  stopWaiting: '待機を中止',
  stopped: '待機を中止しました。GoHighLevel は接続されていません。',
  notYet:
    'GoHighLevel はまだ接続されていません。アクセスを拒否したかウィンドウを閉じた場合は、もう一度 GoHighLevel を開いてください。許可した場合は少しお待ちください。このページは確認を続けます。',
  unfinished:
    '2 分以内に GoHighLevel を接続できませんでした。アクセスを許可した場合は、もう一度確認してください。拒否したかウィンドウを閉じた場合は、もう一度お試しください。',
  checkAgain: 'もう一度確認',
  stillNot: 'まだ接続されていません。',
  notStarted: 'GoHighLevel は接続されていません。',
  connected: 'GoHighLevel を接続しました。',
  affected: '予約できなくなるエージェント:',
  booksThrough: '{agent}（予約先: {calendars}）',
  disconnected: 'GoHighLevel の接続を解除しました。',
  notDisconnected: 'GoHighLevel はまだ接続されています。',
  perhapsDisconnected: '変更を確認できませんでした。サーバーが応答したら、もう一度確認します。',

  calendar: 'カレンダー',
  service: 'サービス',
  agent: 'エージェント',
  noAgent: 'なし',
  paused: '一時停止中',
  unknown: '読み取れませんでした',
  noCalendars: 'このロケーションにはまだカレンダーがありません。GoHighLevel で追加してください。',
} as const satisfies PackWords<'ja', 'ghl'>;
