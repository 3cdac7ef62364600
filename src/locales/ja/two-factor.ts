import type { PackWords } from '../pack.js';

export const twoFactor = {
  heading: '2 要素認証',
  lead: 'パスワードとスマートフォンのコードでログインします。本番のワークスペースでは強くおすすめします。',
  app: '認証アプリ',
  on: 'オン',
  off: 'オフ',
  since: '{date} からオン',
  offFacts: 'アカウントはパスワードだけで保護されています。',
  begun: '設定が途中で終わっています。もう一度始めると、新しいセットアップキーが発行されます。',
  codesLeft: 'リカバリーコードの残り: {count} 個',
  codesLow: 'リカバリーコードの残りは {count} 個です。なくなる前に新しいコードを作成してください。',
  codesOut:
    'リカバリーコードが残っていません。認証アプリを失うと、ログインできなくなります。今すぐ新しいコードを作成してください。',
  enable: '2 要素認証を有効にする',
  disable: '2 要素認証を無効にする',
  replaceCodes: '新しいリカバリーコード',
  elsewhere: 'Google でログインしています。2 要素認証は Google アカウントで有効にしてください。',

  password: 'パスワード',
  show: '表示',
  hide: '非表示',
  continue: '続ける',
  working: 'お待ちください…',
  code: '確認コード',
  codeHelp: '認証アプリに表示される 6 桁の数字。',
  factor: '確認コードまたはリカバリーコード',
  factorHelp: '認証アプリに表示される 6 桁の数字、またはリカバリーコードのいずれか。',

  enableIntro: 'スマートフォンの認証アプリが必要です。始めるにはパスワードを入力してください。',
  scanIntro:
    '認証アプリで QR コードを読み取るか、セットアップキーを入力してください。その後、アプリに表示されたコードを入力してください。',
  picture: '認証アプリ用の QR コード',
  setupKey: 'セットアップキー',
  copyKey: 'セットアップキーをコピー',
  keyCopied: 'セットアップキーをコピーしました。',
  expiresIn: '残り時間: {time}',
  expiresSoon: 'セットアップはあと 1 分以内に期限切れになります。時間が必要な場合は、もう一度始めてください。',
  expired: 'セットアップの期限が切れました。もう一度始めて、新しい QR コードを取得してください。',
  startAgain: 'もう一度始める',
  verify: '確認',
  restarted: 'コードを入力する前にセットアップの期限が切れました。もう一度始めるには、パスワードを入力してください。',
  notEnabled: '2 要素認証はまだオフです。',
  alreadyOn: '2 要素認証はすでにオンです。',
  codesLost:
    '2 要素認証はオンになりましたが、リカバリーコードを取得できませんでした。今すぐ新しいコードを作成してください。',

  saveCodes: 'リカバリーコードを保存',
  codesOnce:
    '認証アプリが手元にないときは、コードでログインできます。各コードは 1 回だけ使えます。再表示はできません。',
  codesInstead: '以前のコードは使えなくなりました。',
  codes: 'リカバリーコード',
  copyCodes: 'コードをコピー',
  downloadCodes: 'コードをダウンロード',
  printCodes: 'コードを印刷',
  codesCopied: 'コードをコピーしました。',
  codesDownloaded: 'コードをダウンロードしました。',
  codesUncertain:
    'ファイルが見つからない場合は、このサイトがダウンロードをブロックしています。代わりにコピーまたは印刷してください。',
  codesFile: 'recovery-codes.txt',
  codesTitle: '{email} のリカバリーコード',
  codesMade: '{date} に作成。各コードは 1 回だけ使えます。',
  codesSaved: 'コードを保存しました',
  done: '完了',
  doneWhen: '閉じるには、保存したことを確認してください。',
  codesDone: 'リカバリーコードの保存を確認しました。',

  disableIntro: '今後はパスワードだけでログインします。リカバリーコードはすぐに使えなくなります。',
  disableConfirm: '無効にする',
  disabled: '2 要素認証はオフになりました。',
  notDisabled: '2 要素認証はオンのままです。',
  perhapsDisabled: '変更を確認できませんでした。サーバーが応答したら、もう一度確認します。',

  replaceIntro: '新しいコードを発行します。現在のコードはすぐに使えなくなります。',
  notReplaced: '現在のコードは引き続き使えます。',
  alreadyOff: '2 要素認証がオフのため、置き換えるコードはありません。',
  perhapsReplaced:
    '変更を確認できませんでした。現在のコードは使えない可能性があります。もう一度新しいコードを作成してください。',

  tooMany: '試行回数が多すぎます。{count} 分後にもう一度お試しください。',
  'invalid.wrongPassword': 'パスワードが正しくありません。もう一度お試しください。',
  'invalid.code': 'アプリに表示される 6 桁の数字を入力してください。',
  'invalid.factor': 'アプリに表示される 6 桁の数字、またはリカバリーコードを入力してください。',
  'invalid.wrongCode':
    'コードが正しくないか、すでに使用されています。次のコードをお試しください。それでも使えない場合は、スマートフォンの時刻を確認してください。',
  'invalid.wrongRecoveryCode': 'リカバリーコードが正しくないか、すでに使用されています。別のコードをお試しください。',
} as const satisfies PackWords<'ja', 'twoFactor'>;
