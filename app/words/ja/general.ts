import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { plural } from '../plural.ts'

/** Words of no room of their own: the connection, dialogs, errors and time. */
export const general: Rooms['general'] = {
  check: {
    haveAll: (at) => `${at}に確認しました。すべて届いています。`,
    onTheirWay: (at) => `${at}に確認しました。メッセージを受信しています。`,
    failed: (at, why) => `${at}に確認しましたが、うまくいきませんでした。${why}`,
    noNetwork: 'ネットワークがありません。',
    unknownHere: 'このデバイスはサーバーに登録されていません。',
    switchedOff: 'オフラインで作業中です。先にオフにしてください。',
  },

  connection: {
    checkNow: '今すぐ確認',

    upToDate: '最新',
    atOnce: '新しいメッセージはすぐに届きます。',
    fetching: 'メッセージを取得中',
    catchingUp: (done, total) => `取得中、${formatCount(total)}件中${formatCount(done)}件`,
    catchingUpNow: '取得中',
    ofMessages: (done, total) => `${total}件中${done}件`,
    soFar: (day) => `${day}の分まで`,
    perSecond: (count) => plural(count, { other: '毎秒#件' }),
    connecting: '接続中',
    waitsUntilThen: '書いたものは、接続するまでここで送信を待ちます。',
    tryingNow: '再接続しています',
    tryingInSeconds: (seconds) => `${seconds}秒後に再接続`,
    tryingInMinutes: (minutes) => `${minutes}分後に再接続`,
    noNetwork: 'ネットワークなし',
    waitsByItself: '書いたものはここで待ち、つながると自動的に送信されます。',
    switchedOff: 'オフラインで作業中',
    waitsUntilOnline: '書いたものは、オンラインにするまでここで送信を待ちます。',
    otherTab: 'このデバイスの別のタブを通じて接続しています。',
    signedOut: 'サインアウト済み',
    signInAgain: '続けるには、もう一度サインインしてください。',
    removed: '削除済み',
    removedFromAccount: 'このデバイスはアカウントから削除されました。',
  },

  dialogs: {
    cancel: 'キャンセル',
    done: '完了',

    signOut: 'サインアウトしますか？',
    signOutMeans: 'このデバイスにあるデータが削除されます。ほかのデバイスのメッセージは残ります。',
    wouldBeLost: (count) => plural(count, { other: '送信待ちのメッセージ#件が失われます。' }),
    stay: 'サインアウトしない',
    signOutNow: 'サインアウト',
    sendFirst: '先に送信',
    sending: '送信中',
    couldNotSend: '送信できませんでした。現在サーバーに接続していません。',

    remove: (name) => `「${name}」を削除しますか？`,
    removeMeans:
      'このデバイスはすぐに使えなくなり、次に接続したときに保管しているデータを消去します。送信したメッセージはインボックスに残ります。このアカウントのほかのサインインはすべて終了します。',
    usePasskey: 'パスキーを使う',
    keepIt: '削除しない',
    removeNow: '削除',

    addDevice: 'デバイスを追加',
    addDeviceMeans: '追加するデバイスのカメラをこのコードに向けるか、そのデバイスでリンクを開いてください。',
    wantsToJoin: (name) => `「${name}」が参加を求めています`,
    wantsToJoinMeans:
      '許可すると、インボックスの中身をすべて読み、書き込めるようになります。次の番号が表示されていますか？',
    refuse: 'いいえ、拒否する',
    admit: 'はい、許可する',
    hasJoined: (name) => `「${name}」が加わりました`,
    hasJoinedMeans: 'あなたのデバイスになりました。今メッセージを取得しています。',
    mayJoin: (name) => `「${name}」を許可しました`,
    mayJoinMeans: 'まもなくデバイスの一覧に表示されます。',
    wasRefused: (name) => `「${name}」を拒否しました`,
    wasRefusedMeans: 'あなたのデータは何も読まれていません。',
    sendItSomething: '何か送ってみる',
    askingForCode: 'サーバーからコードを取得中',
    waitingForIt: 'デバイスの参加を待っています',
    codeExpired: 'コードの有効期限が切れました。',
    newCode: '新しいコード',
    tryAgain: '再試行',
    qrCode: '下のリンクを開くQRコード',
    orType: 'または、そのデバイスで次のコードを入力',
    worksOnce: (time) => `この画面を開いている間、1回だけ使えます。残り${time}`,
    link: 'リンク',
    copyLink: 'リンクをコピー',
    copied: 'コピーしました',
  },

  opening: {
    opening: 'Roostを開いています',
    fetching: 'メッセージを取得中',
    noAnswer: 'サーバーから応答がありませんでした。',
  },

  problems: {
    noAnswer: 'サーバーから応答がありませんでした。接続を確認して、もう一度お試しください。',
    surprise: '問題が発生しました。ページを再読み込みして、もう一度お試しください。失われたものはありません。',
    tooOften: (minutes) => plural(minutes, { other: '短時間に回数が多すぎました。#分後にもう一度お試しください。' }),

    browser: {
      sign_up_closed:
        'このサーバーは新しいアカウントを受け付けていません。最初のアカウントを持つ人に招待してもらえます。',
      invitation_gone: 'この招待は使用済みか、取り消されたか、期限切れです。新しい招待を頼んでください。',
      email_taken:
        'アカウントは作成されませんでした。このメールアドレスのアカウントをお持ちの場合は、サインインしてください。',
      wrong_credentials: 'メールアドレスとパスワードが一致しません。両方を確認して、もう一度お試しください。',
      invalid_email: 'メールアドレスの形式が正しくありません。',
      password_too_short: 'パスワードが短すぎます。8文字以上にしてください。',
      password_too_long: 'パスワードが長すぎます。128文字以下にしてください。',
      password_too_common: 'このパスワードは、他人がまず試すようなものです。別のものを選んでください。',
      wrong_password: 'このアカウントのパスワードではありません。確認して、もう一度お試しください。',
      not_fresh: '確認から10分以上経過しました。設定を閉じて、開き直してください。',
      passkey_cancelled: 'パスキーが選ばれませんでした。もう一度試すか、パスワードを使ってください。',
      passkey_unknown: 'このサーバーに登録されていないパスキーです。別のパスキーか、パスワードを使ってください。',
      passkey_taken: 'このパスキーは、このサーバーですでに使われています。新しいものを作成してください。',
      too_many_passkeys: 'このアカウントのパスキーは上限に達しています。先に1つ削除してください。',
      too_many_tries: '試行回数が多すぎます。1分待ってから、もう一度お試しください。',
      server_trouble: 'サーバーは今それを実行できません。しばらくしてから、もう一度お試しください。',
      refused: 'サーバーに拒否されました。',
      code_for_sending:
        'このコードは、メッセージを送信するだけのスクリプト用です。もう一方のデバイスで別のコードを取得してください。',
      push_refused:
        'ブラウザが許可しなかったため、オンになっていません。このサイトに対するブラウザの設定で変更できます。',
      unknown_device: 'そのデバイスは、このブラウザにはもうありません。',
      not_signed_in: 'このブラウザには、サインインしているデバイスがありません。先にサインインしてください。',
      file_unreadable: '読み込み中にファイルが変更または削除されました。もう一度選んでください。',
    },

    storage: {
      quota: 'ブラウザに、このデバイスのメッセージを保存する空き容量がありません。',
      closed:
        'このデバイスのストレージが、ブラウザによって閉じられたか削除されました。ページを再読み込みしてください。',
      outdated: 'このブラウザで、より新しいバージョンのRoostが使われました。ページを再読み込みしてください。',
      blocked: '別のタブがこのデバイスのストレージを使用中です。Roostのほかのタブを閉じてください。',
      failed: 'ブラウザがこのデバイスのストレージを使えませんでした。',
    },

    server: {
      invalid_request:
        'サーバーが受け付けませんでした。絵文字の一部や改行が含まれているか、見える文字がない可能性があります。',
      payload_too_large: '長すぎます。短くして、もう一度お試しください。',
      rate_limited: '短時間に回数が多すぎました。1分待ってから、もう一度お試しください。',
      unavailable: 'サーバーは今それを実行できません。しばらくしてから、もう一度お試しください。',
      internal: 'サーバーで問題が発生しました。しばらくしてから、もう一度お試しください。',
      unauthenticated: 'このデバイスはサインアウトしています。続けるには、もう一度サインインしてください。',
      revoked: 'このデバイスはアカウントから削除されました。',
    },

    turnedAway: '相手のデバイスで拒否されました。間違いの場合は、そちらで新しいコードを取得してください。',
    codeGone: 'コードは相手のデバイスで閉じられたか、有効期限が切れています。そちらで新しいコードを取得してください。',
  },

  shortcuts: {
    everywhere: '全般',
    writing: '入力中',
    messages: 'メッセージの一覧',
    sheet: 'ショートカットを表示',
    find: 'メッセージを検索',
    settings: '設定を開く',
    send: '送信',
    sendAlways: '送信（タッチ画面でも）',
    newLine: '改行',
    mention: '宛先のデバイスを選ぶ',
    editLast: '入力欄が空のとき、最後のメッセージを編集',
    cancel: '編集をキャンセル、開いているものを閉じる',
    end: '最新のメッセージへ移動',
    home: '最初の新着メッセージ、次に最も古いメッセージへ移動',
    walk: 'メッセージ間を移動',
    messageMenu: 'メッセージのすべての操作',
    copyMessage: 'メッセージをコピー',
    editMessage: 'メッセージを編集',
    deleteMessage: 'メッセージを削除',
    selectMessage: 'メッセージを選択',
    selectRange: '複数のメッセージを選択',
    title: 'キーボードショートカット',
    close: '閉じる',
    or: 'または',
  },

  status: {
    signedOut: 'このデバイスはサインアウトしています。',
    signedOutMeans: 'ここにあるものは引き続き読めます。書いたものは送信を待ちます。続けるにはサインインしてください。',
    signIn: 'サインイン',
    signInAgain: 'もう一度サインイン',
    thenGoesOn: (name) => `「${name}」をこれまでどおり使えるようになり、送信待ちのものが送信されます。`,

    memory: 'このブラウザには何も保存されません。',
    memoryMeans: 'プライベートウインドウの可能性があります。タブを閉じると、このページの内容はすべて失われます。',
    full: 'ブラウザの空き容量がありません。',
    fullMeans: '容量を空けてください。それまで新しいメッセージはサーバーに残り、何も失われません。',
    reloadRepairs: '再読み込みすると直ります。',
    reload: '再読み込み',

    noNetwork: 'ネットワークがありません。',
    noNetworkMeans: '読み書きは続けられます。送信待ちのものは、つながると自動的に送信されます。',
    workingOffline: 'オフラインで作業中です。',
    workingOfflineMeans: '書いたものは、オンラインにするまでここで送信を待ちます。',
    goOnline: 'オンラインにする',

    notYours: '心当たりがない場合は、デバイスの一覧から削除してください。',
    news: (what, past) => `${what}（${past}）。`,
    gotIt: '確認しました',
    moreNews: (count) => plural(count, { other: 'ほか#件。「設定」の「アクティビティ」をご覧ください。' }),
    deletedWaits: '削除されたものは、「設定」の「ゴミ箱」に残っています。',

    newVersion: '新しいバージョンの準備ができました。',
    dismiss: '閉じる',
  },

  time: {
    today: '今日',
    yesterday: '昨日',
    justNow: 'たった今',
    minutesAgo: (count) => plural(count, { other: '#分前' }),
    at: (clock) => clock,
    pastYesterday: '昨日',
    on: (day) => day,
    yesterdayAt: (clock) => `昨日 ${clock}`,
    dayAtClock: (day, clock) => `${day} ${clock}`,
    dayAt: (day, clock) => `${day} ${clock}`,
    writtenSent: (written, sent) => `${written}に作成、${sent}に送信`,
  },

  waits: {
    lost: 'サーバーとの接続が切れました。',
    no_answer: 'サーバーから応答がありませんでした。',
    unavailable: 'サーバーは現在、何も受け付けられません。',
    rate_limited: 'サーバーから、間隔を空けるよう求められました。',
    internal: 'サーバーで問題が発生しました。',
    storage_quota: 'ブラウザに、メッセージを保存する空き容量がありません。',
    storage_closed: 'このデバイスのストレージが閉じられました。',
    storage_outdated: 'このデバイスのストレージが閉じられました。',
    storage_blocked: 'このデバイスのストレージを開けません。',
    storage_failed: 'このデバイスのストレージで問題が発生しました。',
  },
}
