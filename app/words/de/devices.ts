import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'

export const devices: Rooms['devices'] = {
  activity: {
    // After "von".
    signedInPerson: 'einer angemeldeten Person',
    device: (name) => `„${name}“`,
    withBrowser: (browser) => `mit ${browser}`,
    withProgram: 'mit einem Programm',
    joined: (device) => `„${device}“ ist beigetreten`,
    joinedInvited: (device, doer) => `„${device}“ ist beigetreten, eingeladen von ${doer}`,
    left: (device) => `„${device}“ hat sich abgemeldet`,
    removed: (device, doer) => `„${device}“ wurde von ${doer} entfernt`,
    renamed: (device, name, doer) => `„${device}“ wurde von ${doer} in „${name}“ umbenannt`,
    signedIn: (from) => `Jemand hat sich ${from} angemeldet`,
    passwordChanged: (from) => `Das Passwort wurde ${from} geändert`,
    passkeyAdded: (from) => `Ein Passkey wurde ${from} hinzugefügt`,
    passkeyRemoved: (from) => `Ein Passkey wurde ${from} entfernt`,
    invited: (from) => `Eine Einladung zu einem Konto wurde ${from} erstellt`,
    accountRemoved: (from) => `Ein Konto wurde ${from} entfernt`,
    deleted: (count, doer) => `${plural(count, { one: '# Text wurde', other: '# Texte wurden' })} von ${doer} gelöscht`,
  },

  devices: {
    removedDevice: 'Ein entferntes Gerät',
    joined: (name) => `„${name}“ ist beigetreten.`,
    joinedInvited: (name, invitedBy) => `„${name}“ ist beigetreten, eingeladen von „${invitedBy}“.`,
    manyJoined: (count, names) =>
      plural(count, { one: '# Gerät ist beigetreten: ', other: '# Geräte sind beigetreten: ' }) +
      `${listed(names.map((name) => `„${name}“`))}.`,
    kept: 'Dieser Browser behält die Nachrichten hier, bis du sie entfernst.',
    notKept:
      'Wenn der Platz knapp wird, kann dieser Browser das Gerät leeren. Alles auf dem Server kommt zurück; was hier noch wartet, wäre weg.',

    saveName: 'Namen sichern',
    keepName: 'Abbrechen',
    needsName: 'Ein Gerät braucht einen Namen. Gib einen ein, oder brich ab und behalte den alten.',
  },

  navigation: {
    search: 'Suchen',
    devices: 'Geräte',
    allDevices: 'Alle Geräte',
    all: 'Alle',
    pinned: 'Angeheftet',
    pinnedCount: (count) => plural(count, { other: '# angeheftet' }),
    nothingPinned: 'Nichts angeheftet',
    nothingPinnedMeans: 'Hefte eine Nachricht an, dann bleibt sie hier und oben im Posteingang griffbereit.',
    addDevice: 'Gerät hinzufügen',
    removedNamed: (name) => `${name} (entfernt)`,
    newHere: (count) => plural(count, { other: '# neu' }),
    more: 'Mehr zu',
    moreAbout: (name) => `Mehr zu ${name}`,
    chooseDevice: (title) => `${title}, Gerät auswählen`,
    noneFrom: (name) => `Noch nichts von ${name}`,
    noneFromMeans: 'Hier steht, was es sendet und was du nur an dieses Gerät sendest.',
    close: 'Schließen',
    rename: 'Umbenennen',
    remove: 'Entfernen',
  },

  presence: {
    now: 'Jetzt',
    wasHere: 'War da',
    seenJustNow: 'Gerade eben gesehen',
    seenMinutesAgo: (minutes) => plural(minutes, { other: 'Vor # Min. gesehen' }),
    seenHoursAgo: (hours) => plural(hours, { other: 'Vor # Std. gesehen' }),
    seenAt: (time) => `Um ${time} gesehen`,
    asleepSince: (day) => `Schläft seit ${day}`,
    asleepSinceYesterday: 'Schläft seit gestern',
    onlySendsNow: 'Sendet nur, jetzt da',
    onlySendsAt: (time) => `Sendet nur, zuletzt um ${time}`,
    onlySendsOn: (day) => `Sendet nur, zuletzt ${day}`,
    onlySendsYesterday: 'Sendet nur, zuletzt gestern',
    lacks: (state, count) => `${state}, ${plural(count, { one: '# fehlt', other: '# fehlen' })}`,

    behind: (count) => plural(count, { one: '# fehlt', other: '# fehlen' }),
    wasBehind: (count) => plural(count, { one: '# fehlte', other: '# fehlten' }),
    upToDate: 'Auf dem neuesten Stand',
    wasUpToDate: 'war auf dem neuesten Stand',
    online: 'Online',
    wasOnline: 'War online',
    seen: (past) => `Zuletzt gesehen ${past}`,
    asLastKnown: 'letzter bekannter Stand',
    asOf: (time) => `Stand ${time}`,
  },

  thisDevice: {
    label: 'Dieses Gerät',
    upToDate: 'Dieses Gerät, auf dem neuesten Stand',
    fetching: 'Dieses Gerät, lädt deine Nachrichten',
    connecting: 'Dieses Gerät, verbindet sich',
    catchingUp: (done, total) => `Holt auf, ${done} von ${total}`,
    offline: 'Kein Netz',
    workingOffline: 'Arbeitet offline',
    serverAway: 'Server nicht erreichbar',
    signedOut: 'Abgemeldet',
    removed: 'Entfernt',
    withWaiting: (state, count) => `${state}, ${plural(count, { one: '# wartet hier', other: '# warten hier' })}`,
    workOffline: 'Offline arbeiten',
    settings: 'Einstellungen',
    shortcuts: 'Tastenkürzel',
    signOut: 'Dieses Gerät abmelden',
  },
}
