import type { Rooms } from '../language/rooms.ts'

export const start: Rooms['start'] = {
  entry: {
    couldNotOpen: 'Roost konnte nicht geöffnet werden',
    reload: 'Neu laden',
    cancel: 'Abbrechen',

    chooseTitle: 'Dieser Tab kann ein eigenes Gerät sein',
    chooseMeans: 'Er bekommt seine eigene Kopie des Posteingangs und einen eigenen Namen.',
    chooseMeansOf: (account) =>
      `Er bekommt seine eigene Kopie des Posteingangs von ${account} und einen eigenen Namen.`,
    newDevice: 'Neues Gerät',
    goOnAs: 'Oder weiter als',
    refresh: 'Aktualisieren',
    openElsewhere: 'In einem anderen Tab offen',
    lastUsed: (past) => `Zuletzt benutzt ${past}`,
    severalInboxes: 'In diesem Browser sind mehrere Posteingänge. Für welchen ist das Gerät?',

    codeTitle: 'Code eingeben',
    codeMeans:
      'Wähle auf einem Gerät, das schon dabei ist, „Gerät hinzufügen“. Es zeigt einen Code, der fünf Minuten lang gilt.',
    code: 'Code',
    continue: 'Weiter',
    goBack: 'Zurück',

    joinTitle: 'Diesem Posteingang beitreten',
    invites: (device) => `„${device}“ lädt dieses Gerät ein. Es bekommt alles, was darin ist.`,
    join: 'Beitreten',
    otherCode: 'Nicht dein Posteingang? Anderen Code verwenden',

    compareTitle: 'Noch ein Blick',
    compareMeans: (device) =>
      `„${device}“ fragt jetzt, ob dieses Gerät hineindarf. Sag dort Ja, wenn es diese Zahl zeigt.`,
    numberIs: (check) => `Die Zahl ist ${check}`,
    otherNumber: 'Zeigt es eine andere Zahl, sag dort Nein. Fragt es gar nicht, fang mit einem neuen Code von vorn an.',

    signedOut: 'Du bist abgemeldet',
    removed: 'Dieses Gerät wurde entfernt',
    signedOutMeans: (name) =>
      `„${name}“ gehört nicht mehr zu deinen Geräten. Seine Nachrichten und alles, was noch gesendet werden sollte, sind aus diesem Browser gelöscht. Deine anderen Geräte behalten ihre.`,
    removedMeans: (name) =>
      `„${name}“ gehört nicht mehr zu deinen Geräten. Seine Nachrichten und alles, was noch gesendet werden sollte, sind aus diesem Browser gelöscht. Alles andere haben deine anderen Geräte.`,
    startOver: 'Von vorn anfangen',

    nothingHere: 'Hier ist nichts',
    mistyped: 'Vielleicht ist die Adresse falsch geschrieben.',
    toInbox: 'Zum Posteingang',
  },

  lan: {
    onlyHere: 'Dieser Link öffnet sich nur auf diesem Computer.',
    openMeans:
      'Roost kann die Handys und Computer in deinem Netz hereinlassen, bis es beendet wird. Jeder dort erreicht dann seine erste Seite.',
    elsewhere: 'Für ein Handy starte Roost mit „npm start -- --lan“, oder gib ihm eine eigene Adresse.',
    open: 'Mein Netz hereinlassen',
    sameNetwork: 'Für Geräte im selben Netz wie dieser Computer',
    fingerprint: 'Das Zertifikat hat diesen Fingerabdruck:',
    title: 'Vertraue diesem Roost einmal',
    lead: 'Es läuft auf einem Computer in deinem Netz und hat ein eigenes Zertifikat. Wenn dieses Gerät ihm vertraut, kann niemand mitlesen, und Roost öffnet sich auch ohne Netz.',
    system: 'Dieses Gerät',
    iphone: 'iPhone, iPad',
    android: 'Android',
    computer: 'Computer',
    iphoneLoad: 'Lade das Zertifikat in Safari und erlaube es.',
    iphoneInstall: 'Tippe in den Einstellungen auf „Profil geladen“, dann auf Installieren.',
    iphoneTrust: 'Schalte es ein: Einstellungen, Allgemein, Info, Zertifikatsvertrauenseinstellungen.',
    androidLoad: 'Lade das Zertifikat.',
    androidInstall:
      'Suche in den Einstellungen nach „CA-Zertifikat“, tippe darauf, dann auf „Trotzdem installieren“, und wähle roost.crt.',
    androidFirefox:
      'Nimm Chrome oder einen anderen Browser, der ihm vertraut. Firefox braucht „CA-Zertifikate von Drittanbietern verwenden“.',
    computerLoad: 'Lade das Zertifikat und öffne es.',
    computerInstall:
      'Wähle auf dem Mac „Immer vertrauen“, unter Windows den Speicher „Vertrauenswürdige Stammzertifizierungsstellen“.',
    computerFirefox:
      'In Firefox und unter Linux importiere es im Browser: Einstellungen, Zertifikate, Zertifizierungsstellen.',
    download: 'Zertifikat laden',
    notYet: 'Dieser Browser vertraut dem Zertifikat noch nicht.',
    goOn: 'Fertig, weiter',
    without: 'Oder ohne weitermachen',
    missing:
      'Nachrichten kommen und gehen wie sonst. Aber andere in diesem Netz können mitlesen, Roost öffnet sich nur, solange der Computer erreichbar ist, und es lässt sich nicht installieren.',
    skip: 'Ohne weitermachen',
    notEncrypted: 'Nicht verschlüsselt',
    notEncryptedMeans:
      'Diese Adresse ist einfaches HTTP. Andere im Netz können mitlesen, und Roost öffnet sich nur, solange der Computer erreichbar ist.',
  },

  naming: {
    nameTitle: 'Wie heißt dieses Gerät?',
    nameMeans: 'Unter diesem Namen sehen es deine anderen Geräte. Du kannst ihn jederzeit ändern.',
    browserOn: (browser, system) => `${browser} auf ${system}`,
    deviceName: 'Name dieses Geräts',
    openInbox: 'Posteingang öffnen',
  },
  welcome: {
    title: 'Ein Posteingang auf allen deinen Geräten',
    signUpMeans: 'Schreib auf einem, lies es auf allen anderen, auch auf denen, die gerade schliefen.',
    signInMeans: 'Melde dich an, um diesen Browser zu einem deiner Geräte zu machen.',
    noAnswer: 'Der Server ist gerade nicht erreichbar. Prüfe das Netz und lade die Seite neu.',
    noNewAccounts:
      'Dieser Server nimmt keine neuen Konten an. Wer hier das erste Konto hat, kann dich einladen: Einstellungen, Verwaltung.',
    invitedMeans:
      'Du bist auf diesen Server eingeladen. Erstelle dein Konto: Schreib auf einem Gerät, lies es auf allen anderen.',
    usePasskey: 'Mit Passkey anmelden',
    haveAccount: 'Ich habe schon ein Konto',
    newHere: 'Konto erstellen',
    haveCode: 'Ich habe einen Code von einem anderen Gerät',
    ownServer: (host) =>
      `Das ist dein eigener Server, ${host}. Was du schreibst, bleibt auf ihm und auf deinen Geräten.`,

    email: 'E-Mail',
    emailLike: 'du@example.org',
    password: 'Passwort',
    passwordHint: (length) => `Mindestens ${length} Zeichen. Später kann ein Passkey es ersetzen.`,
    createAccount: 'Konto erstellen',
    signIn: 'Anmelden',
  },
}
