import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { plural } from '../plural.ts'
import { atMoment, withArticle } from './moment.ts'

export const general: Rooms['general'] = {
  check: {
    haveAll: (at) => `Vérifié à ${at}. Vous avez tout.`,
    onTheirWay: (at) => `Vérifié à ${at}. Des messages sont en route.`,
    failed: (at, why) => `Vérifié à ${at}, sans succès. ${why}`,
    noNetwork: 'Il n’y a pas de réseau.',
    unknownHere: 'Le serveur ne connaît plus cet appareil.',
    switchedOff: 'Cet appareil travaille hors ligne. Désactivez d’abord ce mode.',
  },

  connection: {
    checkNow: 'Vérifier maintenant',

    upToDate: 'À jour',
    atOnce: 'Les nouveaux messages arrivent aussitôt.',
    fetching: 'Récupération de vos messages',
    catchingUp: (done, total) => `Rattrapage, ${formatCount(done)} sur ${formatCount(total)}`,
    catchingUpNow: 'Rattrapage',
    ofMessages: (done, total) => `${done} messages sur ${total}`,
    soFar: (day) => `Jusqu’ici : ${day}`,
    perSecond: (count) => plural(count, { one: '# message par seconde', other: '# messages par seconde' }),
    connecting: 'Connexion en cours',
    waitsUntilThen: 'Ce que vous écrivez attend ici d’ici là.',
    tryingNow: 'Nouvel essai maintenant',
    tryingInSeconds: (seconds) => `Nouvel essai dans ${seconds} s`,
    tryingInMinutes: (minutes) => `Nouvel essai dans ${minutes} min`,
    noNetwork: 'Pas de réseau',
    waitsByItself: 'Ce que vous écrivez attend ici et partira tout seul.',
    switchedOff: 'Mode hors ligne',
    waitsUntilOnline: 'Ce que vous écrivez attend ici jusqu’à votre retour en ligne.',
    otherTab: 'Connecté par un autre onglet de cet appareil.',
    signedOut: 'Déconnecté',
    signInAgain: 'Reconnectez-vous pour continuer.',
    removed: 'Retiré',
    removedFromAccount: 'Cet appareil a été retiré de votre compte.',
  },

  dialogs: {
    cancel: 'Annuler',
    done: 'Terminé',

    signOut: 'Se déconnecter ?',
    signOutMeans: 'Efface ce que contient cet appareil. Vos autres appareils gardent leurs messages.',
    wouldBeLost: (count) =>
      plural(count, {
        one: '# message attend d’être envoyé et serait perdu.',
        other: '# messages attendent d’être envoyés et seraient perdus.',
      }),
    stay: 'Rester connecté',
    signOutNow: 'Se déconnecter',
    sendFirst: 'Envoyer d’abord',
    sending: 'Envoi en cours',
    couldNotSend: 'L’envoi a échoué. Il n’y a pas de connexion au serveur pour le moment.',

    remove: (name) => `Retirer « ${name} » ?`,
    removeMeans:
      'Il ne peut plus rien faire dès maintenant, et efface son contenu à sa prochaine connexion. Les messages qu’il a envoyés restent dans la boîte de réception. Toutes les autres sessions de votre compte se terminent.',
    usePasskey: 'Utiliser une clé d’accès',
    keepIt: 'Garder',
    removeNow: 'Retirer',

    addDevice: 'Ajouter un appareil',
    addDeviceMeans: 'Pointez son appareil photo vers ce carré, ou ouvrez-y le lien.',
    wantsToJoin: (name) => `« ${name} » souhaite vous rejoindre`,
    wantsToJoinMeans:
      'Il lira tout ce qui est dans votre boîte de réception et pourra y écrire. Affiche-t-il ce nombre ?',
    refuse: 'Non, refuser',
    admit: 'Oui, accepter',
    hasJoined: (name) => `« ${name} » a rejoint vos appareils`,
    hasJoinedMeans: 'Il récupère vos messages en ce moment.',
    mayJoin: (name) => `« ${name} » est accepté`,
    mayJoinMeans: 'Il apparaîtra parmi vos appareils dans un instant.',
    wasRefused: (name) => `« ${name} » a été refusé`,
    wasRefusedMeans: 'Il n’a rien lu de vous.',
    sendItSomething: 'Lui envoyer quelque chose',
    askingForCode: 'Demande d’un code au serveur',
    waitingForIt: 'En attente de l’appareil',
    codeExpired: 'Le code a expiré.',
    newCode: 'Nouveau code',
    tryAgain: 'Réessayer',
    qrCode: 'Code QR qui ouvre le lien ci-dessous',
    orType: 'ou saisissez-y ce code',
    worksOnce: (time) => `Valable une seule fois, encore ${time}, tant que cette fenêtre est ouverte`,
    link: 'Lien',
    copyLink: 'Copier le lien',
    copied: 'Copié',
  },

  opening: {
    opening: 'Ouverture de Roost',
    fetching: 'Récupération de vos messages',
    noAnswer: 'Le serveur n’a pas répondu.',
  },

  problems: {
    noAnswer: 'Le serveur n’a pas répondu. Vérifiez votre connexion et réessayez.',
    surprise: 'Un problème est survenu ici. Rechargez la page et réessayez ; rien n’est perdu.',
    tooOften: (minutes) =>
      plural(minutes, {
        one: 'Trop d’essais en peu de temps. Réessayez dans # minute.',
        other: 'Trop d’essais en peu de temps. Réessayez dans # minutes.',
      }),

    browser: {
      sign_up_closed:
        'Ce serveur n’accepte pas de nouveaux comptes. La personne qui a le premier compte peut vous inviter.',
      invitation_gone: 'Cette invitation a été utilisée, annulée ou a expiré. Demandez-en une nouvelle.',
      email_taken: 'Aucun compte n’a été créé. Si vous en avez déjà un avec cette adresse e-mail, connectez-vous.',
      wrong_credentials: 'L’adresse e-mail et le mot de passe ne correspondent pas. Vérifiez-les et réessayez.',
      invalid_email: 'Ce n’est pas une adresse e-mail.',
      password_too_short: 'Le mot de passe est trop court : utilisez au moins 8 caractères.',
      password_too_long: 'Le mot de passe est trop long : utilisez au plus 128 caractères.',
      password_too_common: 'Ce mot de passe est l’un des premiers qu’un inconnu essaierait. Choisissez-en un autre.',
      wrong_password: 'Ce n’est pas le mot de passe de ce compte. Vérifiez-le et réessayez.',
      not_fresh: 'Votre confirmation date de plus de 10 minutes. Quittez les réglages et rouvrez-les.',
      passkey_cancelled: 'Aucune clé d’accès n’a été choisie. Réessayez, ou utilisez votre mot de passe.',
      passkey_unknown: 'Ce serveur ne connaît pas cette clé d’accès. Utilisez-en une autre, ou votre mot de passe.',
      passkey_taken: 'Cette clé d’accès est déjà utilisée sur ce serveur. Créez-en une nouvelle.',
      too_many_passkeys: 'Ce compte ne peut pas avoir plus de clés d’accès. Retirez-en d’abord une.',
      too_many_tries: 'Trop d’essais. Attendez une minute, puis réessayez.',
      server_trouble: 'Le serveur ne peut pas faire cela pour le moment. Réessayez plus tard.',
      refused: 'Le serveur a refusé.',
      code_for_sending:
        'Ce code est destiné à un script qui ne fait qu’envoyer des messages. Demandez-en un autre sur votre autre appareil.',
      push_refused:
        'Le navigateur ne l’a pas permis : rien n’a été activé. Ses réglages pour ce site peuvent changer cela.',
      unknown_device: 'Cet appareil n’est plus dans ce navigateur.',
      not_signed_in: 'Aucun appareil de ce navigateur n’est connecté. Connectez-vous d’abord.',
      file_unreadable: 'Le fichier a été modifié ou supprimé pendant sa lecture. Choisissez-le à nouveau.',
    },

    storage: {
      quota: 'Le navigateur n’a plus de place pour les messages de cet appareil.',
      closed: 'Le navigateur a fermé ou effacé le stockage de cet appareil. Rechargez la page.',
      outdated: 'Une version plus récente de Roost a été utilisée dans ce navigateur. Rechargez la page.',
      blocked: 'Un autre onglet occupe le stockage de cet appareil. Fermez les autres onglets de Roost.',
      failed: 'Le navigateur n’a pas pu utiliser le stockage de cet appareil.',
    },

    server: {
      invalid_request:
        'Le serveur ne l’accepte pas. Il s’y trouve peut-être un émoji coupé en deux, un saut de ligne ou rien de visible.',
      payload_too_large: 'C’est trop long. Raccourcissez et réessayez.',
      rate_limited: 'Trop d’essais en peu de temps. Attendez une minute, puis réessayez.',
      unavailable: 'Le serveur ne peut pas faire cela pour le moment. Réessayez plus tard.',
      internal: 'Le serveur a rencontré un problème. Réessayez plus tard.',
      unauthenticated: 'Cet appareil est déconnecté. Reconnectez-vous pour continuer.',
      revoked: 'Cet appareil a été retiré de votre compte.',
    },

    turnedAway: 'L’autre appareil a refusé. Si c’était une erreur, demandez-y un nouveau code.',
    codeGone: 'Le code a été fermé ou a expiré sur l’autre appareil. Demandez-y un nouveau code.',
  },

  shortcuts: {
    everywhere: 'Partout',
    writing: 'En écrivant',
    messages: 'Dans la liste des messages',
    sheet: 'Afficher ces raccourcis',
    find: 'Rechercher un message',
    settings: 'Ouvrir les réglages',
    send: 'Envoyer',
    sendAlways: 'Envoyer, même sur un écran tactile',
    newLine: 'Nouvelle ligne',
    mention: 'Choisir le destinataire',
    editLast: 'Modifier votre dernier message, si le champ est vide',
    cancel: 'Annuler une modification, fermer ce qui est ouvert',
    end: 'Aller au message le plus récent',
    home: 'Aller au premier nouveau message, puis au plus ancien',
    walk: 'Passer d’un message à l’autre',
    messageMenu: 'Tout ce qu’on peut faire d’un message',
    copyMessage: 'Copier le message',
    editMessage: 'Modifier le message',
    deleteMessage: 'Supprimer le message',
    selectMessage: 'Sélectionner le message',
    selectRange: 'Sélectionner plusieurs messages',
    title: 'Raccourcis clavier',
    close: 'Fermer',
    or: 'ou',
  },

  status: {
    signedOut: 'Cet appareil est déconnecté.',
    signedOutMeans: 'Ce qui est ici reste lisible, et ce que vous écrivez attend. Connectez-vous pour continuer.',
    signIn: 'Se connecter',
    signInAgain: 'Se reconnecter',
    thenGoesOn: (name) => `« ${name} » reprend alors comme avant et envoie ce qui attend ici.`,

    memory: 'Ce navigateur ne conserve rien ici.',
    memoryMeans: 'Peut-être une fenêtre privée. Tout ce qui est sur cette page disparaît si vous fermez l’onglet.',
    full: 'Ce navigateur n’a plus de place.',
    fullMeans: 'Libérez de l’espace. D’ici là, les nouveaux messages restent sur le serveur et rien n’est perdu.',
    reloadRepairs: 'Recharger la page règle le problème.',
    reload: 'Recharger',

    noNetwork: 'Pas de réseau.',
    noNetworkMeans: 'Continuez à lire et à écrire. Ce qui attend partira tout seul.',
    workingOffline: 'Mode hors ligne.',
    workingOfflineMeans: 'Ce que vous écrivez attend ici jusqu’à votre retour en ligne.',
    goOnline: 'Passer en ligne',

    notYours: 'Ce n’est pas vous ? Retirez-le dans la liste des appareils.',
    news: (what, past) => `${what}, ${past}.`,
    gotIt: 'Compris',
    moreNews: (count) =>
      plural(count, {
        one: 'Et # autre événement. Voir Réglages, Compte.',
        other: 'Et # autres événements. Voir Réglages, Compte.',
      }),
    deletedWaits: 'Ce qui a été supprimé attend dans les réglages, sous « Corbeille ».',

    newVersion: 'Une nouvelle version est prête.',
    dismiss: 'Masquer',
  },

  time: {
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    justNow: 'à l’instant',
    minutesAgo: (count) => plural(count, { one: 'il y a # minute', other: 'il y a # minutes' }),
    at: (clock) => `à ${clock}`,
    pastYesterday: 'hier',
    on: withArticle,
    yesterdayAt: (clock) => `hier, ${clock}`,
    dayAtClock: (day, clock) => `${day} à ${clock}`,
    dayAt: (day, clock) => `${day}, ${clock}`,
    writtenSent: (written, sent) => `écrit ${atMoment(written)}, envoyé à ${sent}`,
  },

  waits: {
    lost: 'La connexion au serveur a été perdue.',
    no_answer: 'Le serveur n’a pas répondu.',
    unavailable: 'Le serveur ne peut rien accepter pour le moment.',
    rate_limited: 'Le serveur a demandé à cet appareil de ralentir.',
    internal: 'Le serveur a rencontré un problème.',
    storage_quota: 'Ce navigateur n’a plus de place pour les messages.',
    storage_closed: 'Le stockage de cet appareil a été fermé.',
    storage_outdated: 'Le stockage de cet appareil a été fermé.',
    storage_blocked: 'Le stockage de cet appareil ne peut pas être ouvert.',
    storage_failed: 'Le stockage de cet appareil a échoué.',
  },
}
