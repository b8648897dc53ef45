import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { plural } from '../plural.ts'

export const general: Rooms['general'] = {
  check: {
    haveAll: (at) => `Um ${at} geprüft. Du hast alles.`,
    onTheirWay: (at) => `Um ${at} geprüft. Nachrichten sind unterwegs.`,
    failed: (at, why) => `Um ${at} geprüft, ohne Erfolg. ${why}`,
    noNetwork: 'Es gibt kein Netz.',
    unknownHere: 'Der Server kennt dieses Gerät nicht mehr.',
    switchedOff: 'Dieses Gerät arbeitet offline. Schalte das zuerst aus.',
  },

  connection: {
    checkNow: 'Jetzt prüfen',

    upToDate: 'Auf dem neuesten Stand',
    atOnce: 'Neue Nachrichten kommen sofort an.',
    fetching: 'Deine Nachrichten werden geladen',
    catchingUp: (done, total) => `Holt auf, ${formatCount(done)} von ${formatCount(total)}`,
    catchingUpNow: 'Holt auf',
    ofMessages: (done, total) => `${done} von ${total} Nachrichten`,
    soFar: (day) => `Bis jetzt: ${day}`,
    perSecond: (count) => plural(count, { one: '# Nachricht pro Sekunde', other: '# Nachrichten pro Sekunde' }),
    connecting: 'Verbindet sich',
    waitsUntilThen: 'Was du schreibst, wartet so lange hier.',
    tryingNow: 'Neuer Versuch jetzt',
    tryingInSeconds: (seconds) => `Neuer Versuch in ${seconds} s`,
    tryingInMinutes: (minutes) => `Neuer Versuch in ${minutes} min`,
    noNetwork: 'Kein Netz',
    waitsByItself: 'Was du schreibst, wartet hier und geht von selbst raus.',
    switchedOff: 'Arbeitet offline',
    waitsUntilOnline: 'Was du schreibst, wartet hier, bis du online gehst.',
    otherTab: 'Über einen anderen Tab dieses Geräts verbunden.',
    signedOut: 'Abgemeldet',
    signInAgain: 'Melde dich wieder an, um weiterzumachen.',
    removed: 'Entfernt',
    removedFromAccount: 'Dieses Gerät wurde aus deinem Konto entfernt.',
  },

  dialogs: {
    cancel: 'Abbrechen',
    done: 'Fertig',

    signOut: 'Abmelden?',
    signOutMeans: 'Entfernt, was dieses Gerät enthält. Deine anderen Geräte behalten ihre Nachrichten.',
    wouldBeLost: (count) =>
      plural(count, {
        one: '# Nachricht ist noch nicht gesendet und ginge verloren.',
        other: '# Nachrichten sind noch nicht gesendet und gingen verloren.',
      }),
    stay: 'Angemeldet bleiben',
    signOutNow: 'Abmelden',
    sendFirst: 'Erst senden',
    sending: 'Wird gesendet',
    couldNotSend: 'Das Senden hat nicht geklappt. Gerade gibt es keine Verbindung zum Server.',

    remove: (name) => `„${name}“ entfernen?`,
    removeMeans:
      'Es kann ab sofort nichts mehr tun und löscht, was es enthält, sobald es sich das nächste Mal verbindet. Was es gesendet hat, bleibt im Posteingang. Alle anderen Anmeldungen deines Kontos enden.',
    usePasskey: 'Passkey verwenden',
    keepIt: 'Behalten',
    removeNow: 'Entfernen',

    addDevice: 'Gerät hinzufügen',
    addDeviceMeans: 'Richte seine Kamera auf dieses Quadrat oder öffne dort den Link.',
    wantsToJoin: (name) => `„${name}“ möchte beitreten`,
    wantsToJoinMeans: 'Es wird alles in deinem Posteingang lesen und kann hineinschreiben. Zeigt es diese Zahl?',
    refuse: 'Nein, ablehnen',
    admit: 'Ja, zulassen',
    hasJoined: (name) => `„${name}“ ist beigetreten`,
    hasJoinedMeans: 'Es ist jetzt eines deiner Geräte und lädt gerade deine Nachrichten.',
    mayJoin: (name) => `„${name}“ darf beitreten`,
    mayJoinMeans: 'Es erscheint gleich unter deinen Geräten.',
    wasRefused: (name) => `„${name}“ wurde abgelehnt`,
    wasRefusedMeans: 'Es hat nichts von dir gelesen.',
    sendItSomething: 'Etwas an das Gerät senden',
    askingForCode: 'Code wird beim Server angefragt',
    waitingForIt: 'Warten auf das Gerät',
    codeExpired: 'Der Code ist abgelaufen.',
    newCode: 'Neuer Code',
    tryAgain: 'Erneut versuchen',
    qrCode: 'QR-Code, der den Link unten öffnet',
    orType: 'oder gib dort diesen Code ein',
    worksOnce: (time) => `Gilt einmal, noch ${time} lang, solange das hier offen ist`,
    link: 'Link',
    copyLink: 'Link kopieren',
    copied: 'Kopiert',
  },

  opening: {
    opening: 'Roost wird geöffnet',
    fetching: 'Deine Nachrichten werden geladen',
    noAnswer: 'Der Server hat nicht geantwortet.',
  },

  problems: {
    noAnswer: 'Der Server hat nicht geantwortet. Prüfe deine Verbindung und versuch es noch einmal.',
    surprise: 'Hier ist etwas schiefgegangen. Lade die Seite neu und versuch es noch einmal; es geht nichts verloren.',
    tooOften: (minutes) =>
      plural(minutes, {
        one: 'Das war zu oft in kurzer Zeit. Versuch es in # Minute noch einmal.',
        other: 'Das war zu oft in kurzer Zeit. Versuch es in # Minuten noch einmal.',
      }),

    browser: {
      sign_up_closed: 'Dieser Server nimmt keine neuen Konten an. Wer hier das erste Konto hat, kann dich einladen.',
      invitation_gone: 'Diese Einladung wurde benutzt oder zurückgezogen oder ist abgelaufen. Bitte um eine neue.',
      email_taken: 'Es wurde kein Konto erstellt. Hast du mit dieser E-Mail-Adresse schon eines, melde dich an.',
      wrong_credentials: 'E-Mail-Adresse und Passwort passen nicht zusammen. Prüfe beides und versuch es noch einmal.',
      invalid_email: 'Das ist keine E-Mail-Adresse.',
      password_too_short: 'Das Passwort ist zu kurz: Nimm mindestens 8 Zeichen.',
      password_too_long: 'Das Passwort ist zu lang: Nimm höchstens 128 Zeichen.',
      password_too_common: 'Dieses Passwort würden Fremde als eines der ersten ausprobieren. Nimm ein anderes.',
      wrong_password: 'Das ist nicht das Passwort dieses Kontos. Prüfe es und versuch es noch einmal.',
      not_fresh: 'Deine Bestätigung ist über 10 Minuten her. Verlass die Einstellungen und öffne sie neu.',
      passkey_cancelled: 'Es wurde kein Passkey gewählt. Versuch es noch einmal oder nimm dein Passwort.',
      passkey_unknown: 'Dieser Server kennt den Passkey nicht. Nimm einen anderen oder dein Passwort.',
      passkey_taken: 'Dieser Passkey wird auf diesem Server schon verwendet. Erstelle einen neuen.',
      too_many_passkeys: 'Mehr Passkeys kann dieses Konto nicht haben. Entferne zuerst einen.',
      too_many_tries: 'Zu viele Versuche. Warte eine Minute und versuch es noch einmal.',
      server_trouble: 'Der Server kann das gerade nicht. Versuch es später noch einmal.',
      refused: 'Der Server hat das abgelehnt.',
      code_for_sending:
        'Dieser Code ist für ein Skript, das nur Nachrichten sendet. Hol dir auf deinem anderen Gerät einen anderen.',
      push_refused:
        'Der Browser hat es nicht zugelassen, also ist nichts eingeschaltet. Ändern lässt sich das in seinen Einstellungen für diese Website.',
      unknown_device: 'Dieses Gerät ist nicht mehr in diesem Browser.',
      not_signed_in: 'In diesem Browser ist kein Gerät angemeldet. Melde dich zuerst an.',
      file_unreadable: 'Die Datei wurde geändert oder entfernt, während sie gelesen wurde. Wähle sie noch einmal aus.',
    },

    storage: {
      quota: 'Der Browser hat keinen Platz mehr für die Nachrichten dieses Geräts.',
      closed: 'Der Browser hat den Speicher dieses Geräts geschlossen oder gelöscht. Lade die Seite neu.',
      outdated: 'In diesem Browser lief schon eine neuere Version von Roost. Lade die Seite neu.',
      blocked: 'Ein anderer Tab belegt den Speicher dieses Geräts. Schließ die anderen Tabs von Roost.',
      failed: 'Der Browser konnte den Speicher dieses Geräts nicht verwenden.',
    },

    server: {
      invalid_request:
        'Der Server nimmt das nicht an. Vielleicht enthält es ein halbes Emoji, einen Zeilenumbruch oder nichts Sichtbares.',
      payload_too_large: 'Das ist zu lang. Kürze es und versuch es noch einmal.',
      rate_limited: 'Das war zu oft in kurzer Zeit. Warte eine Minute und versuch es noch einmal.',
      unavailable: 'Der Server kann das gerade nicht. Versuch es später noch einmal.',
      internal: 'Der Server hat ein Problem. Versuch es später noch einmal.',
      unauthenticated: 'Dieses Gerät ist abgemeldet. Melde dich wieder an, um weiterzumachen.',
      revoked: 'Dieses Gerät wurde aus deinem Konto entfernt.',
    },

    turnedAway: 'Das andere Gerät hat Nein gesagt. War das ein Versehen, hol dir dort einen neuen Code.',
    codeGone: 'Der Code wurde auf dem anderen Gerät geschlossen oder ist abgelaufen. Hol dir dort einen neuen.',
  },

  shortcuts: {
    everywhere: 'Überall',
    writing: 'Beim Schreiben',
    messages: 'In der Liste der Nachrichten',
    sheet: 'Diese Tastenkürzel anzeigen',
    find: 'Nachricht suchen',
    settings: 'Einstellungen öffnen',
    send: 'Senden',
    sendAlways: 'Senden, auch auf einem Touchscreen',
    newLine: 'Neue Zeile',
    mention: 'Empfänger wählen',
    editLast: 'Deine letzte Nachricht bearbeiten, wenn das Feld leer ist',
    cancel: 'Bearbeiten abbrechen, Offenes schließen',
    end: 'Zur neuesten Nachricht',
    home: 'Zur ersten neuen Nachricht, dann zur ältesten',
    walk: 'Von Nachricht zu Nachricht',
    messageMenu: 'Alles, was mit einer Nachricht geht',
    copyMessage: 'Nachricht kopieren',
    editMessage: 'Nachricht bearbeiten',
    deleteMessage: 'Nachricht löschen',
    selectMessage: 'Nachricht auswählen',
    selectRange: 'Mehrere Nachrichten auswählen',
    title: 'Tastenkürzel',
    close: 'Schließen',
    or: 'oder',
  },

  status: {
    signedOut: 'Dieses Gerät ist abgemeldet.',
    signedOutMeans: 'Was hier ist, bleibt lesbar, und was du schreibst, wartet. Melde dich an, um weiterzumachen.',
    signIn: 'Anmelden',
    signInAgain: 'Wieder anmelden',
    thenGoesOn: (name) => `„${name}“ macht dann weiter wie vorher und sendet, was hier wartet.`,

    memory: 'Dieser Browser behält hier nichts.',
    memoryMeans: 'Vielleicht ein privates Fenster. Alles auf dieser Seite ist weg, wenn du den Tab schließt.',
    full: 'Dieser Browser hat keinen Platz mehr.',
    fullMeans: 'Schaff etwas Platz. Bis dahin bleiben neue Nachrichten auf dem Server; verloren geht nichts.',
    reloadRepairs: 'Neu laden behebt das.',
    reload: 'Neu laden',

    noNetwork: 'Kein Netz.',
    noNetworkMeans: 'Lies und schreib weiter. Was wartet, geht von selbst raus.',
    workingOffline: 'Du arbeitest offline.',
    workingOfflineMeans: 'Was du schreibst, wartet hier, bis du online gehst.',
    goOnline: 'Online gehen',

    notYours: 'Nicht von dir? Entferne es in der Geräteliste.',
    news: (what, past) => `${what}, ${past}.`,
    gotIt: 'Verstanden',
    moreNews: (count) =>
      plural(count, {
        one: 'Und # weiteres Ereignis. Siehe Einstellungen, Konto.',
        other: 'Und # weitere Ereignisse. Siehe Einstellungen, Konto.',
      }),
    deletedWaits: 'Gelöschtes liegt in den Einstellungen unter „Papierkorb“.',

    newVersion: 'Eine neue Version ist bereit.',
    dismiss: 'Ausblenden',
  },

  time: {
    today: 'Heute',
    yesterday: 'Gestern',
    justNow: 'gerade eben',
    minutesAgo: (count) => plural(count, { one: 'vor # Minute', other: 'vor # Minuten' }),
    at: (clock) => `um ${clock}`,
    pastYesterday: 'gestern',
    on: (day) => `am ${day}`,
    yesterdayAt: (clock) => `gestern, ${clock}`,
    dayAtClock: (day, clock) => `${day} um ${clock}`,
    dayAt: (day, clock) => `${day}, ${clock}`,
    writtenSent: (written, sent) =>
      `geschrieben ${written.replace(/^(Heute|Gestern)/, (day) => day.toLowerCase())}, gesendet ${sent}`,
  },

  waits: {
    lost: 'Die Verbindung zum Server ist abgebrochen.',
    no_answer: 'Der Server hat nicht geantwortet.',
    unavailable: 'Der Server kann im Moment nichts annehmen.',
    rate_limited: 'Der Server hat dieses Gerät gebeten, langsamer zu machen.',
    internal: 'Der Server hat ein Problem.',
    storage_quota: 'Dieser Browser hat keinen Platz mehr für Nachrichten.',
    storage_closed: 'Der Speicher dieses Geräts wurde geschlossen.',
    storage_outdated: 'Der Speicher dieses Geräts wurde geschlossen.',
    storage_blocked: 'Der Speicher dieses Geräts lässt sich nicht öffnen.',
    storage_failed: 'Der Speicher dieses Geräts ist ausgefallen.',
  },
}
