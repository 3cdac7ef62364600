import { defineWords } from './define-words.js';

/** Japanese. */
export const ja = defineWords({
  mailSubject: 'Agni の「{organization}」に招待されました',
  mailHello: '{name} 様',
  mailInvites: '「{inviter}」があなたを Agni の「{organization}」に招待しました。ロールは {role} です。',
  mailInvited: 'Agni の「{organization}」に招待されました。ロールは {role} です。',
  mailSignIn: 'ログインはこちら: {address}',
  mailEmail: 'メールアドレス: {email}',
  mailPassword: '仮パスワード: {password}',
  mailExpiry: '仮パスワードの有効期限は {date} です。初回ログイン時に、ご自身のパスワードを設定してください。',
  mailUnexpected: 'この招待に心当たりがない場合は、このメールを無視してください。',

  noticePassword: 'Agni のパスワードが変更されました',
  noticeTwoFactorOn: 'Agni アカウントの 2 要素認証が有効になりました',
  noticeTwoFactorOff: 'Agni アカウントの 2 要素認証が無効になりました',
  noticeRecoveryCodes: 'Agni のリカバリーコードが置き換えられました',
  noticeApiKey: '新しい API キーが作成されました: 「{key}」',
  noticeAccount: 'アカウント: {email}',
  noticeTime: '日時: {date}',
  noticeUnexpected: '心当たりがない場合は、パスワードを変更し、Agni の設定でほかのセッションを取り消してください。',

  consentTitle: 'アクセスを許可',
  consentHeading: 'Agni にロケーションへのアクセスを許可しますか？',
  consentWorkspace: 'ワークスペース: {organization}',
  consentUser: 'ログイン中: {email}',
  consentList: 'ワークスペースのエージェントは次のことができるようになります。',
  consentSee: 'カレンダーと空き時間の表示',
  consentBook: '予約の作成、変更、キャンセル',
  consentContacts: 'これらの予約の連絡先の表示',
  deny: '拒否',
  allow: '許可',
  consentNote: '接続は、ここまたは Agni の設定からいつでも解除できます。',
  connected: 'GoHighLevel に接続しました',
  connectedText: 'このウィンドウを閉じてください。まもなく Agni に接続が表示されます。',
  denied: 'アクセスは拒否されました',
  deniedText: '何も接続されていません。このウィンドウを閉じてください。やり直すには、Agni から接続してください。',
  failed: 'このリクエストは無効になりました',
  failedText:
    'すでに回答済みか、期限切れか、別のユーザーのリクエストです。このウィンドウを閉じて、Agni からもう一度接続してください。',
});
