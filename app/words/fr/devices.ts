import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'
import { withArticle } from './moment.ts'

export const devices: Rooms['devices'] = {
  activity: {
    signedInPerson: 'une personne connectée',
    device: (name) => `« ${name} »`,
    withBrowser: (browser) => `avec ${browser}`,
    withProgram: 'avec un programme',
    joined: (device) => `« ${device} » a rejoint vos appareils`,
    joinedInvited: (device, doer) => `« ${device} » a rejoint vos appareils, sur invitation de ${doer}`,
    left: (device) => `« ${device} » s’est déconnecté`,
    removed: (device, doer) => `« ${device} » a été retiré par ${doer}`,
    renamed: (device, name, doer) => `« ${device} » a été renommé « ${name} » par ${doer}`,
    signedIn: (from) => `Quelqu’un s’est connecté ${from}`,
    passwordChanged: (from) => `Le mot de passe a été modifié ${from}`,
    passkeyAdded: (from) => `Une clé d’accès a été ajoutée ${from}`,
    passkeyRemoved: (from) => `Une clé d’accès a été retirée ${from}`,
    invited: (from) => `Quelqu’un a été invité à créer un compte ${from}`,
    accountRemoved: (from) => `Un compte a été supprimé ${from}`,
    deleted: (count, doer) =>
      `${plural(count, { one: '# texte a été supprimé', other: '# textes ont été supprimés' })} par ${doer}`,
  },

  devices: {
    removedDevice: 'Un appareil retiré',
    joined: (name) => `« ${name} » a rejoint vos appareils.`,
    joinedInvited: (name, invitedBy) => `« ${name} » a rejoint vos appareils, sur invitation de « ${invitedBy} ».`,
    manyJoined: (count, names) =>
      plural(count, { one: '# nouvel appareil : ', other: '# nouveaux appareils : ' }) +
      `${listed(names.map((name) => `« ${name} »`))}.`,
    kept: 'Ce navigateur conserve les messages ici jusqu’à ce que vous les retiriez.',
    notKept:
      'Si la place vient à manquer, ce navigateur peut vider cet appareil. Tout ce qui est sur le serveur revient ; ce qui attend encore ici serait perdu.',

    saveName: 'Enregistrer le nom',
    keepName: 'Annuler',
    needsName: 'Un appareil a besoin d’un nom. Saisissez-en un, ou annulez pour garder l’ancien.',
  },

  navigation: {
    search: 'Rechercher',
    devices: 'Appareils',
    allDevices: 'Tous les appareils',
    all: 'Tous',
    pinned: 'Épinglés',
    pinnedCount: (count) => plural(count, { one: '# épinglé', other: '# épinglés' }),
    nothingPinned: 'Rien d’épinglé',
    nothingPinnedMeans: 'Épinglez un message : il reste à portée de main ici et en haut de la boîte de réception.',
    addDevice: 'Ajouter un appareil',
    removedNamed: (name) => `${name} (retiré)`,
    newHere: (count) => plural(count, { one: '# nouveau', other: '# nouveaux' }),
    more: 'Options pour',
    moreAbout: (name) => `Options pour ${name}`,
    chooseDevice: (title) => `${title}, choisir un appareil`,
    noneFrom: (name) => `Encore rien de ${name}`,
    noneFromMeans: 'Vous verrez ici ce qu’il envoie et ce que vous n’envoyez qu’à lui.',
    close: 'Fermer',
    rename: 'Renommer',
    remove: 'Retirer',
  },

  presence: {
    now: 'Maintenant',
    wasHere: 'Était là',
    seenJustNow: 'Vu à l’instant',
    seenMinutesAgo: (minutes) => plural(minutes, { other: 'Vu il y a # min' }),
    seenHoursAgo: (hours) => plural(hours, { other: 'Vu il y a # h' }),
    seenAt: (time) => `Vu à ${time}`,
    asleepSince: (day) => `En veille depuis ${withArticle(day)}`,
    asleepSinceYesterday: 'En veille depuis hier',
    onlySendsNow: 'Envoi seulement, là maintenant',
    onlySendsAt: (time) => `Envoi seulement, vu à ${time}`,
    onlySendsOn: (day) => `Envoi seulement, vu ${withArticle(day)}`,
    onlySendsYesterday: 'Envoi seulement, vu hier',
    lacks: (state, count) => `${state}, ${plural(count, { one: '# manquant', other: '# manquants' })}`,

    behind: (count) => plural(count, { one: '# manquant', other: '# manquants' }),
    wasBehind: (count) => plural(count, { one: '# manquait', other: '# manquaient' }),
    upToDate: 'À jour',
    wasUpToDate: 'était à jour',
    online: 'En ligne',
    wasOnline: 'Était en ligne',
    seen: (past) => `Vu ${past}`,
    asLastKnown: 'dernier état connu',
    asOf: (time) => `dernier état : ${time}`,
  },

  thisDevice: {
    label: 'Cet appareil',
    upToDate: 'Cet appareil, à jour',
    fetching: 'Cet appareil, récupère vos messages',
    connecting: 'Cet appareil, connexion en cours',
    catchingUp: (done, total) => `Rattrapage, ${done} sur ${total}`,
    offline: 'Pas de réseau',
    workingOffline: 'Mode hors ligne',
    serverAway: 'Serveur injoignable',
    signedOut: 'Déconnecté',
    removed: 'Retiré',
    withWaiting: (state, count) => `${state}, ${plural(count, { other: '# en attente ici' })}`,
    workOffline: 'Travailler hors ligne',
    settings: 'Réglages',
    shortcuts: 'Raccourcis clavier',
    signOut: 'Déconnecter cet appareil',
  },
}
