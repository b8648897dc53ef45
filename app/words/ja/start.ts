import type { Rooms } from '../language/rooms.ts'

/** The screens before the inbox. */
export const start: Rooms['start'] = {
  entry: {
    couldNotOpen: 'Roostを開けませんでした',
    reload: '再読み込み',
    cancel: 'キャンセル',

    chooseTitle: 'このタブを1台のデバイスとして使えます',
    chooseMeans: 'インボックスのコピーと名前を、このタブだけで持ちます。',
    chooseMeansOf: (account) => `${account}のインボックスのコピーと名前を、このタブだけで持ちます。`,
    newDevice: '新しいデバイス',
    goOnAs: 'または次のデバイスで続ける',
    refresh: '更新',
    openElsewhere: '別のタブで使用中',
    lastUsed: (past) => `最終使用：${past}`,
    severalInboxes: 'このブラウザには複数のインボックスがあります。どれに追加しますか？',

    codeTitle: 'コードを入力',
    codeMeans: 'すでに使っているデバイスで「デバイスを追加」を選ぶと、5分間有効なコードが表示されます。',
    code: 'コード',
    continue: '続ける',
    goBack: '戻る',

    joinTitle: 'このインボックスに加わる',
    invites: (device) => `「${device}」がこのデバイスを招待しています。加わると、インボックスの中身がすべて届きます。`,
    join: '加わる',
    otherCode: '自分のインボックスではない場合は、別のコードを使う',

    compareTitle: '最後の確認',
    compareMeans: (device) =>
      `このデバイスを加えてよいか「${device}」に表示されています。同じ番号が表示されていれば、そちらで許可してください。`,
    numberIs: (check) => `番号は${check}です`,
    otherNumber:
      '番号が違う場合は、そちらで拒否してください。何も表示されない場合は、新しいコードでやり直してください。',

    signedOut: 'サインアウトしました',
    removed: 'このデバイスは削除されました',
    signedOutMeans: (name) =>
      `「${name}」は、あなたのデバイスではなくなりました。メッセージと送信待ちのものは、このブラウザから消去されました。ほかのデバイスのメッセージはそのまま残っています。`,
    removedMeans: (name) =>
      `「${name}」は、あなたのデバイスではなくなりました。メッセージと送信待ちのものは、このブラウザから消去されました。それ以外はすべて、ほかのデバイスに残っています。`,
    startOver: '最初からやり直す',

    nothingHere: 'ここには何もありません',
    mistyped: 'アドレスが間違っている可能性があります。',
    toInbox: 'インボックスへ移動',
  },

  lan: {
    onlyHere: 'このリンクはこのコンピューターでしか開けません。',
    openMeans:
      'Roost は終了するまで、ネットワーク内のスマートフォンやコンピューターを受け入れられます。その間、ネットワークの誰もが最初のページを開けます。',
    elsewhere:
      'スマートフォンで使うには「npm start -- --lan」で Roost を起動するか、専用のアドレスを用意してください。',
    open: 'このネットワークを受け入れる',
    sameNetwork: 'このコンピューターと同じネットワークのデバイスで使えます',
    fingerprint: '証明書のフィンガープリント:',
    title: 'この Roost を一度だけ信頼してください',
    lead: 'Roost はネットワーク内のコンピューターで動き、独自の証明書を使います。このデバイスが証明書を信頼すると、誰にも読まれず、ネットワークがなくても開けます。',
    system: 'このデバイス',
    iphone: 'iPhone、iPad',
    android: 'Android',
    computer: 'コンピューター',
    iphoneLoad: 'Safari で証明書をダウンロードし、許可します。',
    iphoneInstall: '「設定」で「ダウンロード済みのプロファイル」をタップし、インストールします。',
    iphoneTrust: '「設定」の「一般」、「情報」、「証明書信頼設定」でオンにします。',
    androidLoad: '証明書をダウンロードします。',
    androidInstall: '設定で「CA 証明書」を検索してタップし、「インストールする」を選び、roost.crt を選びます。',
    androidFirefox:
      'Chrome など、この証明書を信頼するブラウザーを使います。Firefox では「サードパーティの CA 証明書を使用」が必要です。',
    computerLoad: '証明書をダウンロードして開きます。',
    computerInstall: 'Mac では「常に信頼」、Windows では「信頼されたルート証明機関」を選びます。',
    computerFirefox: 'Firefox と Linux では、ブラウザーの設定の証明書、認証局から読み込みます。',
    download: '証明書をダウンロード',
    notYet: 'このブラウザーはまだ証明書を信頼していません。',
    goOn: '完了、次へ',
    without: '信頼せずに続ける場合',
    missing:
      'メッセージはいつもどおり届きます。ただし、同じネットワークの人に読まれることがあり、Roost はコンピューターに接続できる間しか開けず、インストールもできません。',
    skip: '信頼せずに続ける',
    notEncrypted: '暗号化されていません',
    notEncryptedMeans:
      'このアドレスは HTTP です。同じネットワークの人に読まれることがあり、Roost はコンピューターに接続できる間しか開けません。',
  },

  naming: {
    nameTitle: 'このデバイスの名前は？',
    nameMeans: 'ほかのデバイスにはこの名前で表示されます。いつでも変更できます。',
    browserOn: (browser, system) => `${system}の${browser}`,
    deviceName: 'このデバイスの名前',
    openInbox: 'インボックスを開く',
  },
  welcome: {
    title: 'ひとつのインボックスを、すべてのデバイスで',
    signUpMeans: '1台で書けば、ほかのすべてのデバイスに届きます。スリープ中だったデバイスにも。',
    signInMeans: 'サインインすると、このブラウザをデバイスとして使えます。',
    noAnswer: '現在サーバーに接続できません。ネットワークを確認して、再読み込みしてください。',
    noNewAccounts:
      'このサーバーは新しいアカウントを受け付けていません。最初のアカウントを持つ人が、設定の「管理」から招待できます。',
    invitedMeans:
      'このサーバーに招待されています。アカウントを作成しましょう。1台で書けば、ほかのすべてのデバイスで読めます。',
    usePasskey: 'パスキーでサインイン',
    haveAccount: 'アカウントを持っています',
    newHere: 'アカウントを作成',
    haveCode: '別のデバイスのコードを持っています',
    ownServer: (host) =>
      `これはあなた自身のサーバー、${host}です。書いたものは、このサーバーとあなたのデバイスにだけ保存されます。`,

    email: 'メールアドレス',
    emailLike: 'you@example.org',
    password: 'パスワード',
    passwordHint: (length) => `${length}文字以上。あとでパスキーに切り替えられます。`,
    createAccount: 'アカウントを作成',
    signIn: 'サインイン',
  },
}
