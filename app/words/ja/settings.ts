import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'

const messages = (count: number) => plural(count, { other: '#件のメッセージ' })

/** The settings and all of their parts. */
export const settings: Rooms['settings'] = {
  account: {
    otherInbox: '別のインボックス',
    inboxOf: (accounts) => `${listed(accounts)}のインボックス`,
    holdsAnother: (inbox) =>
      `このブラウザには、すでに${inbox}があります。続けるとこのインボックスも追加され、新しいタブを開くときにどちらを使うか尋ねられます。`,
    inboxOfDevice: (name) => `「${name}」のインボックス`,

    addressTitle: 'アカウント',
    email: 'メールアドレス',
    askingEmail: 'サーバーにアカウントを問い合わせています',
    unknownEmail: 'サーバーに接続するまで不明です',
    confirmTitle: 'ご本人の確認',
    confirmLead:
      'パスワード、パスキー、サインインを開くには、パスワードが必要です。このサインインは、設定を閉じると終了します。',
    goOn: '続ける',
    usePasskey: 'パスキーを使う',
    yourPassword: 'パスワード',
    ofTheAccount: (email) => `アカウント：${email}`,

    changePassword: 'パスワードを変更',
    newPassword: '新しいパスワード',
    newPasswordHint: (length) =>
      `${length}文字以上。ほかのサインインはすべて終了しますが、デバイスはそのまま使えます。`,
    passwordChanged: 'パスワードを変更しました。ほかのサインインはすべて終了しました。',

    passkeys: 'パスキー',
    noPasskeys: 'パスキーを使うと、パスワードなしで、指紋や顔、PINでサインインできます。',
    aPasskey: 'パスキー',
    addPasskey: 'パスキーを追加',
    removeIt: (name) => `${name}を削除`,
    remove: '削除',

    signIns: 'サインイン',
    aProgram: 'プログラム',
    ownSignIn: '現在のサインイン。設定を閉じると終了します',
    signedIn: (when) => `サインイン：${when}`,
    end: '終了',
    endOthers: 'ほかをすべて終了',

    activity: 'アクティビティ',
    showOlder: '以前のものを表示',
    noActivity: '過去90日間、何もありませんでした。',

    deleteTitle: 'アカウントを削除',
    deleteLead:
      'アカウントとすべてのメッセージを完全に削除します。各デバイスは、次に接続したときに保管しているデータを消去します。',
    deleteOpen: 'アカウントを削除',
    deleteKeep: '削除しない',
    deleteForGood: '完全に削除',
  },

  admin: {
    confirmLead: 'このサーバーの管理にはパスワードが必要です。設定を離れるとサインインは終わります。',
    notFirst: 'このサーバーを管理できるのは、最初のアカウントを持つ人だけです。',
    unknown: 'サーバーに接続しないとわかりません。',

    accounts: 'アカウント',
    accountsLead: 'それぞれの量です。書かれた内容はほかの誰にも見えません。',
    you: 'あなた',
    holds: (devices, count, size) =>
      `デバイス${plural(devices, { other: '#台' })}、メッセージ${plural(count, { other: '#件' })}、${size}`,
    lastSeen: (when) => `最終接続 ${when}`,
    neverSeen: 'デバイスはまだありません',
    remove: '削除',
    removeIt: (email) => `${email}を削除`,
    removeTitle: (email) => `${email}を削除しますか？`,
    removeFacts:
      'アカウントとすべてのメッセージが完全に削除されます。そのデバイスは、次に接続したときに保存している内容を消去します。',
    keep: '残す',
    removeForGood: '完全に削除',

    invitations: '招待',
    invitationsLead:
      'リンク1つで、1人が7日以内にアカウントを作成できます。本人だけに送ってください。最初に開いた人のものになります。',
    invite: 'リンクを作成',
    link: '1人用のリンク',
    linkNote: '今コピーしてください。もう一度見ることはできません。',
    copy: 'リンクをコピー',
    copied: 'コピーしました',
    open: (when) => `作成 ${when}、未使用`,
    until: (when) => `${when}まで有効`,
    cancel: '取り消す',
    cancelIt: (when) => `${when}に作成した招待を取り消す`,
    noInvitations: '未使用の招待はありません。',

    health: '状態',
    healthLead: 'doctorコマンドの結果をそのまま表示します。大きなデータベースでは1分ほどかかります。',
    examine: '今すぐ確認',
    examining: '確認しています',
    states: { ok: '正常', warn: '要確認', bad: '異常' },

    backup: 'バックアップ',
    backupLead:
      '検査済みのコピーをサーバーのディスクに作ります。新しいものから3つが残ります。別のマシンにも1つ保管してください。',
    noBackup: 'このサーバーはメッセージをPostgreSQLに保存しています。そのバックアップには専用のツールを使います。',
    backUp: '今すぐバックアップ',
    backingUp: 'バックアップしています',
    backedUp: (file) => `${file}にバックアップしました`,

    version: 'バージョン',
    versionNote: (host, version) => `${host}ではRoost ${version}が動いています`,
  },

  bin: {
    title: '削除したテキスト',
    lead: '削除したテキストや、編集で置き換えられたテキストは、数日間ここに残ります。その後、サーバーが完全に削除します。',
    confirmLead: '開いたままのデバイスで他人に読まれないよう、削除したテキストを開くにはパスワードが必要です。',
    empty: '最近削除したものはありません。',
    edit: '編集：',
    onlyBlanks: '空白のみ',
    bringBack: '元に戻す',
    broughtBack: 'テキストをインボックスに戻しました。',
    showOlder: '以前のものを表示',
    deleteAll: 'すべて完全に削除',
    deleteAllTitle: 'これらのテキストをすべて完全に削除しますか？',
    deleteAllFacts: '削除すると、どのデバイスでも元に戻せません。インボックスは変わりません。',
    keep: '削除しない',
  },

  install: {
    title: 'アプリとしての Roost',
    now: 'インストール',
    offered: '専用のアイコンとウインドウを持ち、共有先のアプリにも表示されます',
    how: {
      installed: 'これはインストール済みのアプリです',
      insecure: 'ブラウザーは HTTPS からしかインストールできませんが、このアドレスは HTTP です',
      ios: 'Safari で「共有」、「ホーム画面に追加」の順にタップします',
      mac: 'メニューの「ファイル」から「Dock に追加」を選びます',
      menu: 'ブラウザーのメニューで「インストール」か「ホーム画面に追加」を探してください。ないブラウザーもあります',
    },
  },

  notices: {
    title: 'Roostを閉じている間',
    states: {
      on: '届いたものを通知で知らせます。このブラウザのデバイスごとに切り替えられます',
      off: '届いたものは、Roostを開いたときに件数とともに表示されます',
      blocked: 'ブラウザがRoostの通知をブロックしています',
      unsupported: 'このアドレスでは、ブラウザは閉じているアプリを起こせません',
      needsInstall:
        'iPhoneやiPadが起こすのは、インストールしたアプリだけです。インストールして、そこでオンにしてください',
      notOffered: 'このサーバーは対応していません',
      unknown: '今はサーバーに確認できません',
      lost: 'ブラウザが終了させました。届いたものは、Roostを開くまで表示されません',
    },
    again: 'もう一度オンにする',
    quiet: 'おやすみ時間',
    quietNote: '通知は音なしで届きます',
    from: '開始',
    to: '終了',
    offer: 'Roostを閉じている間も、このデバイスでメッセージを知らせますか？',
    yes: 'オンにする',
    notNow: '今はしない',
    ended: 'このブラウザは、Roostを閉じている間のメッセージを知らせなくなりました。',
    waiting: '新しいものが届いています。Roostを開いて受け取ってください。',
    nothing: '新しいものはもうありません。別のデバイスで読まれたか、削除されました。',
    done: '完了',
    reply: '返信',
  },

  settings: {
    title: '設定',
    inbox: 'インボックス',
    backToInbox: 'インボックスに戻る',
    backToList: 'すべての設定',
    unknownSection: 'このバージョンにその項目はありません。一覧から選んでください。',
    sections: {
      account: 'アカウント',
      bin: 'ゴミ箱',
      devices: 'デバイス',
      appearance: '外観',
      notifications: '通知',
      language: '言語',
      storage: 'ストレージ',
      keyboard: 'キーボード',
      transfer: '書き出しと読み込み',
      admin: '管理',
      about: 'Roostについて',
    },
    appearance: {
      title: '外観',
      lead: 'このブラウザの設定です。すべてのタブにすぐ反映されます。',
      theme: 'テーマ',
      themes: { system: 'システム', light: 'ライト', dark: 'ダーク' },
      themeNote: '「システム」は、夜間の自動切り替えも含めて端末の設定に従います',
      density: '表示間隔',
      densities: { comfortable: 'ゆったり', compact: 'コンパクト' },
      densityNote: '「コンパクト」は項目の間隔を詰めます。指で操作するときは、大きさは変わりません',
    },
    language: {
      title: '言語',
      label: '画面の言語',
      note: '日付と数字の書き方も変わります。このブラウザに保存されます。',
      browser: (name) => `ブラウザと同じ（${name}）`,
      reload: '再読み込みすると、この言語で表示されます。書いたものは残ります。',
      reloadNow: '再読み込み',
    },
    notifications: {
      title: '通知',
      lead: 'このデバイスの設定です。デバイスごとに設定できます。',
      permission: 'ブラウザの許可',
      states: {
        granted: 'ブラウザはRoostの通知を許可しています',
        denied:
          'ブラウザがRoostの通知をブロックしています。変更するには、このサイトに対するブラウザの設定を使ってください',
        default: 'ブラウザの許可をまだ求めていません',
        none: 'このアドレスでは、ブラウザの通知を使えません。HTTPSまたはlocalhostが必要です',
      },
      ask: '許可を求める',
      test: '試してみる',
      testNote: 'このデバイスに通知を今すぐ表示します',
      send: 'テスト通知を表示',
      testTitle: 'Roost',
      testBody: 'このデバイスで通知が使えます。',
      shown: 'ブラウザが通知を受け取りました。表示されない場合は、システムが隠しています。',
      number: '未読メッセージの数',
      numberNote: 'タブのタイトルなど、このブラウザで表示できる場所に表示します',
    },
    storage: {
      title: 'このデバイスのストレージ',
      lead: '送信待ちのものを除き、すべてサーバーにもあります。',
      kept: '保管',
      keptUnknown: '空き容量が足りなくなったときにメッセージが保管されるかどうか、ブラウザからはわかりません',
      inMemory: 'このブラウザには何も保存されません（プライベートウインドウ？）。タブを閉じると、すべて失われます',
      used: (used, quota) => `約${quota}のうち${used}を使用`,
      usedNote: 'このブラウザにあるRoostの全データ（デバイスとアプリ本体）です。ブラウザによる概算です',
      noEstimate: 'ブラウザから空き容量はわかりません',
      usedTitle: '容量',
      held: 'メッセージ',
      heldNote: (count, oldest) =>
        `${messages(count)}があります${oldest === null ? '' : `（最も古いもの：${oldest}）`}`,
      heldNone: 'メッセージはまだありません',
      counting: '数えています',
      gone: (count) =>
        `このデバイスが加わる前に、サーバーは古い${plural(count, { other: '#件のメッセージ' })}を削除していました`,
      waiting: '送信待ち',
      waitingNote: (count) =>
        count === 0
          ? 'ありません。ここで書いたものはすべてサーバーにあります'
          : plural(count, { other: '#件のメッセージは、まだこのデバイスにしかありません' }),
      free: '容量を空ける',
      freeNote: (size) =>
        size === null
          ? '「デバイス」でこのデバイスからサインアウトすると、ここにあるデータが削除されます'
          : `「デバイス」でこのデバイスからサインアウトすると、最大${size}空きます。サーバーにあるものは、もう一度サインインするとすべて元に戻ります`,
      toDevices: 'デバイスを表示',
    },
    keyboard: {
      lead: 'Roostのほかの画面と同じように、設定でもTabで次の項目、Shift+Tabで前の項目へ移動し、Escapeで閉じます。',
      or: 'または',
    },
    devices: {
      title: 'あなたのデバイス',
      lead: 'すべてのデバイスに同じインボックスがあります。',
      thisDevice: 'このデバイス',
      rename: '名前を変更',
      signOut: 'サインアウト',
      onlySends: '送信のみ',
      joined: (when) => `追加：${when}`,
      invitedBy: (name) => `「${name}」の招待`,
      add: 'デバイスを追加',
      former: '削除したデバイス',
      formerLead: 'メッセージには、元のデバイス名が残ります。',
      removed: (when) => `削除：${when}`,
      noName: '削除されたデバイス',
      waiting: '参加待ち',
      waitingLead:
        'コードは表示している間だけ、最長5分間有効なので、招待が開いたまま残ることはありません。コードを使ったデバイスは、ここであなたの判断を待ちます。',
      waitingNone: '参加を待っているデバイスはありません。',
      waitingUnknown: 'サーバーに接続しないと、参加待ちのデバイスはわかりません。',
      asks: (number) => `参加を求めています。番号${number}が表示されている場合だけ許可してください`,
      letIn: '許可',
      refuse: '拒否',
    },
    about: {
      title: 'Roostについて',
      server: 'サーバー',
      serverNote: (host, version, protocol) => `${host}、バージョン${version}、プロトコル${protocol}`,
      asking: 'サーバーに問い合わせています',
      app: 'Roost',
      appNote: 'MITライセンスの自由なソフトウェア。ひとつのインボックスを、すべてのデバイスで同じに保ちます',
      features: '対応機能',
      featureNames: {
        read: '全デバイス共通の既読位置',
        marks: 'ピン留めと完了',
        access: '送信のみのデバイス',
        confirm: '確認付きのペアリング',
        files: 'ファイル',
        push: 'アプリを閉じている間の通知',
        stream: 'プログラム向けのストリーム',
      },
      noFeatures: '最初のバージョンのプロトコル',
      signUp: '新しいアカウント',
      signUps: {
        first: '最初の1人だけがアカウントを作成できました',
        open: 'このサーバーに接続できる人は誰でも作成できます',
        closed: 'このサーバーは受け付けていません',
      },
    },
  },

  transfer: {
    exportTitle: '書き出し',
    exportLead:
      'このデバイスにあるすべてを、1つのアーカイブにまとめます。プログラム用のメッセージと、読むためのページが入ります。オフラインでも使えます。',
    export: '書き出す',
    exportAgain: 'もう一度書き出す',
    exportNote: (count) => (count === null ? '数えています' : `${messages(count)}があります`),
    exporting: 'アーカイブを作成中',
    exportingNote: (percent) => `${formatCount(percent)}%。その間に設定を閉じてもかまいません`,
    cancel: 'キャンセル',
    exported: 'アーカイブを作成しました',
    exportedNote: (name, size) => `${name}、${size}。ブラウザのダウンロード先に保存されます`,
    saveAgain: 'もう一度保存',

    importTitle: '読み込み',
    importLead:
      'Roostの書き出し、Telegram（result.json）、Signalから読み込めます。読み込んだものは、書かれた日時のまま、このデバイスから送信されます。',
    choose: 'ファイルを選択',
    file: '読み込むファイル',
    fileNote: '内容を確認するまで、何も読み込まれません',
    reading: (file) => `${file}を読み取り中`,
    askTitle: (count) => `${messages(count)}を読み込みますか？`,
    askNone: '読み込むものはありません',
    formats: {
      roost: 'Roostの書き出し',
      telegram: 'Telegramの書き出し',
      signalExport: 'signal-exportによるSignalのチャット',
      signalDesktop: 'Signalのチャット',
    },
    from: (format, first, last) => (first === last ? `${format}、${first}。` : `${format}、${first}から${last}まで。`),
    without: (parts) => `除外：${listed(parts)}。`,
    leftOut: {
      deleted: (count) => plural(count, { other: '削除済み#件' }),
      noText: (count) => plural(count, { other: 'テキストなし#件' }),
      tooLong: (count) => plural(count, { other: '長すぎるもの#件' }),
      notStorable: (count) => plural(count, { other: '送信できない文字を含むもの#件' }),
      here: (count) => plural(count, { other: 'すでにあるもの#件' }),
      double: (count) => plural(count, { other: 'ファイル内で重複するもの#件' }),
    },
    toAll: 'すべてのデバイスに届きます。',
    bringIn: '読み込む',
    notNow: '今はしない',
    close: '閉じる',
    running: '読み込み中',
    runningNote: (done, total) => `${formatCount(total)}件中${formatCount(done)}件。その間に設定を閉じてもかまいません`,
    waiting: '接続を待っています',
    stop: '停止',
    stopped: '停止しました',
    stoppedNote: (done, total) =>
      `${formatCount(total)}件中${formatCount(done)}件を読み込みました。残りを読み込むには、同じファイルをもう一度選んでください。重複することはありません`,
    done: 'すべてインボックスに読み込みました',
    doneNote: (count) => messages(count),
    refused: (count) => `サーバーが${messages(count)}を受け付けませんでした。理由とともにインボックスに残っています`,
    broken: '問題が発生したため停止しました',

    problems: {
      unknown_format:
        'Roostが対応していない種類のファイルです。Roostの書き出し、Telegramのresult.json、Signalのdata.jsonまたはmain.jsonlを選んでください。',
      bad_archive: 'このアーカイブは壊れています。もう一度保存するかコピーし直して、新しいものを選んでください。',
      no_messages_file: 'このアーカイブには、Roostで読み込めるメッセージがありません。',
      bad_json: 'このファイルは途中で切れているか、壊れています。',
      bad_line: 'このファイルは壊れています。',
      not_text: 'このファイルにはテキストがありません。',
      storage: 'このデバイスのメッセージを今は読み取れません。ページを再読み込みして、もう一度お試しください。',
      failed: 'うまくいきませんでした。もう一度お試しください。失われたものはありません。',
    },
    inLine: (problem, line) => `${problem}問題は${formatCount(line)}行目にあります。`,

    archive: {
      title: (account) => `Roost、${account}`,
      unknownAccount: 'あなたのインボックス',
      lead: (count, device, when) => `${device}にある${messages(count)}、${when}`,
      edited: '編集済み',
      deleted: '削除されました',
      onlyFor: (name) => `${name}のみ`,
      onlyHere: 'このデバイスにしかないもの：サーバーの復元時に失われました',
      unsent: '未送信',
      empty: 'メッセージはありません。',
      readMe: (account, device, when) => `Roost：${account}のデバイス「${device}」に、${when}の時点であったすべて。

index.html        読むためのメッセージ。ブラウザで開きます。ネットワークは不要です。
messages.ndjson   すべてのメッセージ。プロトコルの形式のまま、1行に1つのJSONオブジェクトで、
                  インボックスの順に並びます。投稿と、それに対する編集、削除、マークが入っています。
devices.json      アカウントのデバイス。各メッセージの送信元の名前がわかります。
unsent.ndjson     ここで書かれ、まだ送信されていないメッセージ（ある場合）。
only-here.ndjson  サーバーの復元時に失われたメッセージ（ある場合）。

元に戻すには、「設定」の「書き出しと読み込み」で「ファイルを選択」を選びます。同じものが重複することはありません。
このアーカイブは暗号化されていません。他人に読まれない場所に保管してください。
`,
    },
  },
}
