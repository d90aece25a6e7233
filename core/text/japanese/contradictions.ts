import type { ContradictionId } from '../../health/finding.ts';

/** How the proxy contradicts itself or this computer, in Japanese. */
export const japaneseContradictions: Readonly<Record<ContradictionId, string>> = {
  'healthy-with-error-status': '「healthy」と報告していますが、ステータスコードはエラーです。',
  'unhealthy-with-success-status':
    '「unhealthy」と報告していますが、ステータスコードは成功です。スクリプトは正常と判断します。',
  'healthy-but-required-fails': '「healthy」と報告していますが、必須の構成要素に障害があります。',
  'healthy-but-part-fails': '「healthy」と報告していますが、構成要素の一つに障害があります。',
  'signed-in-yet-signed-out': '認証は正常と報告しながら、誰もサインインしていないとも報告しています。',
  'signed-out-yet-signed-in': '「unauthenticated」と報告しながら、サインイン済みとも報告しています。',
  'cli-and-sign-in-disagree': 'サインインしているかどうかについて、CLI と認証の報告が食い違っています。',
  'signed-in-but-expired': 'すでに期限が切れたログインを正常と報告しています。',
  'check-is-old': '報告されたチェックは 10 分以上前のものです。応答はキャッシュされたものかもしれません。',
  'check-from-the-future': '報告されたチェックの時刻が未来になっています。どちらかの時計がずれています。',
  'more-errors-than-requests': '報告されたエラー数がリクエスト数を上回っています。',
  'port-is-another': '問い合わせ先とは別のポートで動作していると報告しています。',
  'ports-disagree': '設定とは別のポートで動作しています。',
  'uptime-went-back': '稼働時間が前回より短くなりました。前回の確認後に再起動されています。',
  'uptime-stands-still': '稼働時間が進んでいません。応答は新しいものではなく、キャッシュされたものです。',
  'uptime-leapt': '稼働時間が実際の時間より速く進みました。別のプロセスが応答している可能性があります。',
  'requests-went-back': 'リクエスト数が前回より減りましたが、稼働時間は減っていません。',
  'cli-version-is-another': '報告された CLI のバージョンが、そのパスにインストールされているものと異なります。',
  'metrics-miss-the-cli': 'CLI を正常と報告していますが、メトリクスでは CLI がないとされています。',
  'version-changed': '前回の確認からバージョンが変わりました。',
};
