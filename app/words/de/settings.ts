import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'

const messages = (count: number) => plural(count, { one: '# Nachricht', other: '# Nachrichten' })

export const settings: Rooms['settings'] = {
  account: {
    otherInbox: 'einen anderen Posteingang',
    inboxOf: (accounts) => `den Posteingang von ${listed(accounts)}`,
    holdsAnother: (inbox) =>
      `Dieser Browser enthält schon ${inbox}. Wenn du weitermachst, kommt dieser dazu, und ein neuer Tab fragt, zu welchem er gehört.`,
    inboxOfDevice: (name) => `Der Posteingang von „${name}“`,

    addressTitle: 'Dein Konto',
    email: 'E-Mail-Adresse',
    askingEmail: 'Dein Konto wird beim Server erfragt',
    unknownEmail: 'Ohne den Server nicht bekannt',
    confirmTitle: 'Bist du es?',
    confirmLead:
      'Passwort, Passkeys und Anmeldungen öffnest du mit deinem Passwort. Die Anmeldung endet, wenn du die Einstellungen verlässt.',
    goOn: 'Weiter',
    usePasskey: 'Passkey verwenden',
    yourPassword: 'Dein Passwort',
    ofTheAccount: (email) => `Für das Konto ${email}`,

    changePassword: 'Passwort ändern',
    newPassword: 'Neues Passwort',
    newPasswordHint: (length) => `Mindestens ${length} Zeichen. Alle anderen Anmeldungen enden; deine Geräte bleiben.`,
    passwordChanged: 'Das Passwort ist geändert. Alle anderen Anmeldungen sind beendet.',

    passkeys: 'Passkeys',
    noPasskeys: 'Mit einem Passkey meldest du dich per Finger, Gesicht oder PIN an, ohne Passwort.',
    aPasskey: 'Ein Passkey',
    addPasskey: 'Passkey hinzufügen',
    removeIt: (name) => `${name} entfernen`,
    remove: 'Entfernen',

    signIns: 'Anmeldungen',
    aProgram: 'Ein Programm',
    ownSignIn: 'Diese hier; sie endet, wenn du die Einstellungen verlässt',
    signedIn: (when) => `Angemeldet ${when}`,
    end: 'Beenden',
    endOthers: 'Alle anderen beenden',

    activity: 'Aktivität',
    showOlder: 'Ältere anzeigen',
    noActivity: 'In den letzten 90 Tagen ist nichts passiert.',

    deleteTitle: 'Konto löschen',
    deleteLead:
      'Entfernt das Konto und alle Nachrichten endgültig. Jedes Gerät löscht, was es enthält, sobald es sich das nächste Mal verbindet.',
    deleteOpen: 'Konto löschen',
    deleteKeep: 'Behalten',
    deleteForGood: 'Endgültig löschen',
  },

  admin: {
    confirmLead:
      'Diesen Server verwaltest du mit deinem Passwort. Die Anmeldung endet, wenn du die Einstellungen verlässt.',
    notFirst: 'Nur wer das erste Konto dieses Servers hat, kann ihn verwalten.',
    unknown: 'Ohne den Server nicht bekannt.',

    accounts: 'Konten',
    accountsLead: 'Wie viel jedes enthält. Was darin steht, liest sonst niemand.',
    you: 'du',
    holds: (devices, count, size) =>
      `${plural(devices, { one: '# Gerät', other: '# Geräte' })}, ${messages(count)}, ${size}`,
    lastSeen: (when) => `zuletzt gesehen ${when}`,
    neverSeen: 'noch kein Gerät',
    remove: 'Entfernen',
    removeIt: (email) => `${email} entfernen`,
    removeTitle: (email) => `${email} entfernen?`,
    removeFacts:
      'Das Konto und alle seine Nachrichten sind endgültig weg. Seine Geräte löschen, was sie enthalten, sobald sie sich das nächste Mal verbinden.',
    keep: 'Behalten',
    removeForGood: 'Endgültig entfernen',

    invitations: 'Einladungen',
    invitationsLead:
      'Mit einem Link kann eine Person innerhalb von 7 Tagen ein Konto erstellen. Schick ihn nur ihr: Wer ihn zuerst öffnet, hat ihn.',
    invite: 'Link erstellen',
    link: 'Link für eine Person',
    linkNote: 'Kopiere ihn jetzt. Noch einmal sieht ihn niemand.',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    open: (when) => `Erstellt ${when}, noch nicht benutzt`,
    until: (when) => `Gilt bis ${when}`,
    cancel: 'Zurückziehen',
    cancelIt: (when) => `Einladung zurückziehen, erstellt ${when}`,
    noInvitations: 'Keine Einladung ist offen.',

    health: 'Zustand',
    healthLead: 'So, wie der Befehl doctor ihn sieht, in seinen Worten. Eine große Datenbank braucht eine Minute.',
    examine: 'Jetzt prüfen',
    examining: 'Wird geprüft',
    states: { ok: 'In Ordnung', warn: 'Ansehen', bad: 'Kaputt' },

    backup: 'Sicherung',
    backupLead:
      'Eine geprüfte Kopie auf der Platte des Servers. Die neuesten drei davon bleiben. Bring auch eine auf einen anderen Rechner.',
    noBackup: 'Dieser Server bewahrt seine Nachrichten in PostgreSQL auf, das eigene Werkzeuge zum Sichern hat.',
    backUp: 'Jetzt sichern',
    backingUp: 'Wird gesichert',
    backedUp: (file) => `Gesichert in ${file}`,

    version: 'Version',
    versionNote: (host, version) => `Auf ${host} läuft Roost ${version}`,
  },

  bin: {
    title: 'Gelöschte Texte',
    lead: 'Gelöschte und durch eine Änderung ersetzte Texte liegen noch einige Tage hier. Dann entfernt der Server sie endgültig.',
    confirmLead:
      'Gelöschte Texte öffnest du mit deinem Passwort, damit niemand sonst sie auf einem offenen Gerät liest.',
    empty: 'In letzter Zeit wurde nichts gelöscht.',
    edit: 'Änderung: ',
    onlyBlanks: 'Nur Leerzeichen',
    bringBack: 'Wiederherstellen',
    broughtBack: 'Der Text ist wieder in deinem Posteingang.',
    showOlder: 'Ältere anzeigen',
    deleteAll: 'Alle endgültig löschen',
    deleteAllTitle: 'Alle diese Texte endgültig löschen?',
    deleteAllFacts: 'Danach kann niemand sie wiederherstellen, auf keinem Gerät. Dein Posteingang bleibt, wie er ist.',
    keep: 'Behalten',
  },

  install: {
    title: 'Roost als App',
    now: 'Installieren',
    offered: 'Mit eigenem Symbol und Fenster, und unter den Apps, an die du teilen kannst',
    how: {
      installed: 'Dies ist die installierte App',
      insecure: 'Browser installieren nur von HTTPS, und diese Adresse ist einfaches HTTP',
      ios: 'Tippe in Safari auf Teilen, dann auf „Zum Home-Bildschirm“',
      mac: 'Wähle im Menü Ablage, „Zum Dock hinzufügen“',
      menu: 'Suche im Menü des Browsers nach „Installieren“ oder „Zum Startbildschirm hinzufügen“. Manche Browser haben beides nicht',
    },
  },

  notices: {
    title: 'Wenn Roost geschlossen ist',
    states: {
      on: 'Eine Mitteilung zeigt, was kommt. Jedes Gerät dieses Browsers hat seinen eigenen Schalter',
      off: 'Was kommt, siehst du erst, wenn du Roost öffnest. Dann ist es da und mitgezählt',
      blocked: 'Der Browser blockiert Mitteilungen von Roost',
      unsupported: 'Unter dieser Adresse kann der Browser eine geschlossene App nicht wecken',
      needsInstall: 'Ein iPhone oder iPad weckt nur die installierte App. Installiere sie und schalte es dort ein',
      notOffered: 'Dieser Server bietet es nicht an',
      unknown: 'Der Server ist gerade nicht erreichbar',
      lost: 'Der Browser hat es beendet: Was kommt, siehst du erst, wenn du Roost öffnest',
    },
    again: 'Wieder einschalten',
    quiet: 'Ruhezeit',
    quietNote: 'Mitteilungen kommen ohne Ton',
    from: 'Von',
    to: 'Bis',
    offer: 'Soll dieses Gerät auch bei geschlossenem Roost neue Nachrichten melden?',
    yes: 'Einschalten',
    notNow: 'Jetzt nicht',
    ended: 'Dieser Browser meldet neue Nachrichten nicht mehr, wenn Roost geschlossen ist.',
    waiting: 'Etwas Neues wartet. Öffne Roost, um es zu holen.',
    nothing: 'Es ist nichts Neues mehr da. Es wurde auf einem anderen Gerät gelesen oder gelöscht.',
    done: 'Erledigt',
    reply: 'Antworten',
  },

  settings: {
    title: 'Einstellungen',
    inbox: 'Posteingang',
    backToInbox: 'Zurück zum Posteingang',
    backToList: 'Alle Einstellungen',
    unknownSection: 'Diesen Bereich gibt es in dieser Version nicht. Wähle einen aus der Liste.',
    sections: {
      account: 'Konto',
      bin: 'Papierkorb',
      devices: 'Geräte',
      appearance: 'Darstellung',
      notifications: 'Mitteilungen',
      language: 'Sprache',
      storage: 'Speicher',
      keyboard: 'Tastatur',
      transfer: 'Export und Import',
      admin: 'Verwaltung',
      about: 'Über Roost',
    },
    appearance: {
      title: 'Darstellung',
      lead: 'In diesem Browser. Alle Tabs ziehen sofort mit.',
      theme: 'Erscheinungsbild',
      themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
      themeNote: '„System“ folgt dem Gerät, auch wenn es abends wechselt',
      density: 'Dichte',
      densities: { comfortable: 'Bequem', compact: 'Kompakt' },
      densityNote: '„Kompakt“ lässt weniger Abstand. Wo du mit dem Finger tippst, bleibt alles so groß, wie es ist',
    },
    language: {
      title: 'Sprache',
      label: 'Sprache der Oberfläche',
      note: 'Datum und Zahlen richten sich danach. Gilt in diesem Browser.',
      browser: (name) => `Wie im Browser (${name})`,
      reload: 'Nach dem Neuladen ist die Seite in dieser Sprache. Was du geschrieben hast, bleibt.',
      reloadNow: 'Neu laden',
    },
    notifications: {
      title: 'Mitteilungen',
      lead: 'Auf diesem Gerät. Jedes Gerät hat eigene.',
      permission: 'Erlaubnis dieses Browsers',
      states: {
        granted: 'Der Browser erlaubt Roost Mitteilungen',
        denied:
          'Der Browser blockiert Mitteilungen von Roost. Ändern lässt sich das nur in seinen eigenen Einstellungen für diese Website',
        default: 'Der Browser wurde noch nicht gefragt',
        none: 'Unter dieser Adresse hat der Browser keine Mitteilungen. Sie brauchen HTTPS oder localhost',
      },
      ask: 'Browser fragen',
      test: 'Ausprobieren',
      testNote: 'Zeigt jetzt eine Mitteilung auf diesem Gerät',
      send: 'Test anzeigen',
      testTitle: 'Roost',
      testBody: 'Mitteilungen funktionieren auf diesem Gerät.',
      shown: 'Der Browser hat die Mitteilung angenommen. Siehst du keine, blendet dein System sie aus.',
      number: 'Anzahl ungelesener Nachrichten',
      numberNote: 'Im Titel des Tabs und überall, wo dieser Browser sie sonst zeigen kann',
    },
    storage: {
      title: 'Speicher auf diesem Gerät',
      lead: 'Alles ist auch auf deinem Server, außer dem, was noch auf das Senden wartet.',
      kept: 'Aufbewahrung',
      keptUnknown: 'Der Browser sagt nicht, ob er die Nachrichten behält, wenn der Platz knapp wird',
      inMemory: 'Dieser Browser behält hier nichts (ein privates Fenster?). Alles ist weg, wenn du den Tab schließt',
      used: (used, quota) => `${used} von etwa ${quota}`,
      usedNote: 'Ganz Roost in diesem Browser: seine Geräte und die App selbst. Eine Schätzung des Browsers',
      noEstimate: 'Der Browser sagt nicht, wie viel Platz da ist',
      usedTitle: 'Platz',
      held: 'Nachrichten',
      heldNote: (count, oldest) =>
        `${plural(count, { one: '# Nachricht ist hier', other: '# Nachrichten sind hier' })}${
          oldest === null ? '' : `, die älteste vom ${oldest}`
        }`,
      heldNone: 'Noch keine Nachricht hier',
      counting: 'Wird gezählt',
      gone: (count) =>
        `Der Server hatte ${plural(count, { one: '# ältere Nachricht', other: '# ältere Nachrichten' })} wegen ihres Alters entfernt, bevor dieses Gerät dazukam`,
      waiting: 'Wartet auf das Senden',
      waitingNote: (count) =>
        count === 0
          ? 'Nichts. Alles hier Geschriebene ist auf dem Server'
          : plural(count, { one: '# Nachricht ist bisher nur hier', other: '# Nachrichten sind bisher nur hier' }),
      free: 'Platz schaffen',
      freeNote: (size) =>
        size === null
          ? 'Melde dieses Gerät unter „Geräte“ ab: Das entfernt, was es hier enthält'
          : `Dieses Gerät unter „Geräte“ abzumelden schafft höchstens ${size} Platz. Alles auf dem Server kommt zurück, wenn du dich wieder anmeldest`,
      toDevices: 'Geräte anzeigen',
    },
    keyboard: {
      lead: 'In den Einstellungen, wie überall in Roost, geht Tab alles durch, was du tun kannst, Umschalt+Tab geht zurück, und Esc verlässt sie.',
      or: 'oder',
    },
    devices: {
      title: 'Deine Geräte',
      lead: 'Alle enthalten denselben Posteingang.',
      thisDevice: 'Dieses Gerät',
      rename: 'Umbenennen',
      signOut: 'Abmelden',
      onlySends: 'Sendet nur',
      joined: (when) => `beigetreten ${when}`,
      invitedBy: (name) => `eingeladen von „${name}“`,
      add: 'Gerät hinzufügen',
      former: 'Entfernte Geräte',
      formerLead: 'Ihre Nachrichten behalten ihre Namen.',
      removed: (when) => `Entfernt ${when}`,
      noName: 'Ein entferntes Gerät',
      waiting: 'Möchte beitreten',
      waitingLead:
        'Ein Code gilt, solange sein Fenster offen ist, höchstens fünf Minuten. So bleibt keine offene Einladung zurück. Wer einen benutzt hat, wartet hier auf deine Entscheidung.',
      waitingNone: 'Kein Gerät wartet.',
      waitingUnknown: 'Ohne den Server weiß dieses Gerät nicht, wer wartet.',
      asks: (number) => `Möchte beitreten. Lass es nur zu, wenn es die Zahl ${number} zeigt`,
      letIn: 'Zulassen',
      refuse: 'Ablehnen',
    },
    about: {
      title: 'Über Roost',
      server: 'Server',
      serverNote: (host, version, protocol) => `${host}, Version ${version}, Protokoll ${protocol}`,
      asking: 'Der Server wird gefragt',
      app: 'Roost',
      appNote: 'Freie Software unter der MIT-Lizenz. Ein Posteingang, gleich auf allen deinen Geräten',
      features: 'Bietet',
      featureNames: {
        read: 'gemeinsamer Lesestand für alle Geräte',
        marks: 'Anheften und Erledigt',
        access: 'Geräte, die nur senden',
        confirm: 'Koppeln mit Bestätigung',
        files: 'Dateien',
        push: 'Mitteilungen bei geschlossener App',
        stream: 'ein Datenstrom für Programme',
      },
      noFeatures: 'Die erste Version des Protokolls',
      signUp: 'Neue Konten',
      signUps: {
        first: 'Nur die erste Person konnte ein Konto erstellen',
        open: 'Alle, die diesen Server erreichen, können eines erstellen',
        closed: 'Dieser Server nimmt keine an',
      },
    },
  },

  transfer: {
    exportTitle: 'Export',
    exportLead:
      'Alles, was dieses Gerät enthält, als ein Archiv: die Nachrichten für Programme und eine Seite zum Lesen. Geht auch offline.',
    export: 'Exportieren',
    exportAgain: 'Erneut exportieren',
    exportNote: (count) =>
      count === null
        ? 'Wird gezählt'
        : plural(count, { one: '# Nachricht ist hier', other: '# Nachrichten sind hier' }),
    exporting: 'Das Archiv wird geschrieben',
    exportingNote: (percent) => `${formatCount(percent)} %. Du kannst die Einstellungen inzwischen verlassen`,
    cancel: 'Abbrechen',
    exported: 'Das Archiv ist fertig',
    exportedNote: (name, size) => `${name}, ${size}. Der Browser legt es bei seinen Downloads ab`,
    saveAgain: 'Noch einmal sichern',

    importTitle: 'Import',
    importLead:
      'Aus einem Export von Roost, aus Telegram (result.json) oder aus Signal. Dieses Gerät sendet das Importierte, mit der Zeit, zu der es geschrieben wurde.',
    choose: 'Datei auswählen',
    file: 'Datei zum Importieren',
    fileNote: 'Du siehst erst, was importiert würde',
    reading: (file) => `${file} wird gelesen`,
    askTitle: (count) => `${messages(count)} importieren?`,
    askNone: 'Nichts zu importieren',
    formats: {
      roost: 'Ein Export von Roost',
      telegram: 'Ein Export von Telegram',
      signalExport: 'Ein Chat aus Signal, von signal-export',
      signalDesktop: 'Chats aus Signal',
    },
    from: (format, first, last) =>
      first === last ? `${format}, vom ${first}.` : `${format}, vom ${first} bis zum ${last}.`,
    without: (parts) => `Nicht dabei: ${listed(parts)}.`,
    leftOut: {
      deleted: (count) => plural(count, { one: '# gelöschte', other: '# gelöschte' }),
      noText: (count) => plural(count, { other: '# ohne Text' }),
      tooLong: (count) => plural(count, { one: '# zu lange', other: '# zu lange' }),
      notStorable: (count) => plural(count, { other: '# mit Zeichen, die sich nicht senden lassen' }),
      here: (count) => plural(count, { one: '# schon vorhandene', other: '# schon vorhandene' }),
      double: (count) =>
        plural(count, { one: '# doppelt in der Datei enthaltene', other: '# doppelt in der Datei enthaltene' }),
    },
    toAll: 'Alle deine Geräte bekommen sie.',
    bringIn: 'Importieren',
    notNow: 'Nicht jetzt',
    close: 'Schließen',
    running: 'Import läuft',
    runningNote: (done, total) =>
      `${formatCount(done)} von ${formatCount(total)}. Du kannst die Einstellungen inzwischen verlassen`,
    waiting: 'Wartet auf die Verbindung',
    stop: 'Anhalten',
    stopped: 'Angehalten',
    stoppedNote: (done, total) =>
      `${formatCount(done)} von ${formatCount(total)} importiert. Wähle für den Rest dieselbe Datei noch einmal: Nichts kommt doppelt`,
    done: 'Alles ist in deinem Posteingang',
    doneNote: (count) => messages(count),
    refused: (count) => `Der Server hat ${messages(count)} abgelehnt. Im Posteingang steht, warum`,
    broken: 'Durch ein Problem angehalten',

    problems: {
      unknown_format:
        'Roost kennt diese Art von Datei nicht. Wähle einen Export von Roost, die result.json von Telegram oder eine data.json oder main.jsonl von Signal.',
      bad_archive: 'Dieses Archiv ist beschädigt. Sichere oder kopiere es noch einmal und wähle das neue.',
      no_messages_file: 'Dieses Archiv enthält keine Nachrichten, die Roost kennt.',
      bad_json: 'Diese Datei ist abgeschnitten oder beschädigt.',
      bad_line: 'Diese Datei ist beschädigt.',
      not_text: 'Diese Datei enthält keinen Text.',
      storage:
        'Die Nachrichten dieses Geräts lassen sich gerade nicht lesen. Lade die Seite neu und versuch es noch einmal.',
      failed: 'Das hat nicht geklappt. Versuch es noch einmal; es geht nichts verloren.',
    },
    inLine: (problem, line) => `${problem} Der Fehler ist in Zeile ${formatCount(line)}.`,

    archive: {
      title: (account) => `Roost, ${account}`,
      unknownAccount: 'dein Posteingang',
      lead: (count, device, when) => `${messages(count)} auf ${device}, ${when}`,
      edited: 'bearbeitet',
      deleted: 'Gelöscht',
      onlyFor: (name) => `nur an ${name}`,
      onlyHere: 'Nur auf diesem Gerät: Beim Wiederherstellen gingen diese dem Server verloren',
      unsent: 'Noch nicht gesendet',
      empty: 'Es gibt keine Nachrichten.',
      readMe: (account, device, when) => `Roost: alles, was das Gerät „${device}“ enthielt.
Konto: ${account}. Stand: ${when}.

index.html        die Nachrichten zum Lesen. Öffne sie in einem Browser; ein Netz braucht es nicht.
messages.ndjson   jede Nachricht, wie das Protokoll sie überträgt, ein JSON-Objekt pro Zeile, in der
                  Reihenfolge des Posteingangs: die Nachrichten selbst sowie Änderungen, Löschungen
                  und Markierungen dazu.
devices.json      die Geräte des Kontos, damit jede Nachricht einen Absender mit Namen hat.
unsent.ndjson     hier geschriebene, noch nicht gesendete Nachrichten, falls es welche gibt.
only-here.ndjson  Nachrichten, die dem Server beim Wiederherstellen verloren gingen, falls es welche gibt.

Zurückholen: Einstellungen, Export und Import, Datei auswählen. Nichts kommt doppelt.
Das Archiv ist nicht verschlüsselt. Bewahre es dort auf, wo niemand sonst es liest.
`,
    },
  },
}
