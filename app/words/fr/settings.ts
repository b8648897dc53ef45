import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'

const messages = (count: number) => plural(count, { one: '# message', other: '# messages' })

const messagesHere = (count: number) => plural(count, { one: '# message est ici', other: '# messages sont ici' })

export const settings: Rooms['settings'] = {
  account: {
    otherInbox: 'une autre boîte de réception',
    inboxOf: (accounts) => `la boîte de réception de ${listed(accounts)}`,
    holdsAnother: (inbox) =>
      `Ce navigateur contient déjà ${inbox}. Si vous continuez, il contiendra aussi celle-ci, et chaque nouvel onglet demandera à laquelle il appartient.`,
    inboxOfDevice: (name) => `La boîte de réception de « ${name} »`,

    addressTitle: 'Votre compte',
    email: 'Adresse e-mail',
    askingEmail: 'Demande de votre compte au serveur',
    unknownEmail: 'Inconnue sans le serveur',
    confirmTitle: 'Est-ce bien vous ?',
    confirmLead:
      'Le mot de passe, les clés d’accès et les sessions s’ouvrent avec votre mot de passe. La session se termine quand vous quittez les réglages.',
    goOn: 'Continuer',
    usePasskey: 'Utiliser une clé d’accès',
    yourPassword: 'Votre mot de passe',
    ofTheAccount: (email) => `Du compte ${email}`,

    changePassword: 'Changer le mot de passe',
    newPassword: 'Nouveau mot de passe',
    newPasswordHint: (length) =>
      `Au moins ${length} caractères. Toutes les autres sessions se terminent ; vos appareils restent.`,
    passwordChanged: 'Le mot de passe est changé. Toutes les autres sessions sont terminées.',

    passkeys: 'Clés d’accès',
    noPasskeys: 'Une clé d’accès vous connecte avec un doigt, un visage ou un code PIN, sans mot de passe.',
    aPasskey: 'Une clé d’accès',
    addPasskey: 'Ajouter une clé d’accès',
    removeIt: (name) => `Retirer ${name}`,
    remove: 'Retirer',

    signIns: 'Sessions',
    aProgram: 'Un programme',
    ownSignIn: 'Celle-ci ; elle se termine quand vous quittez les réglages',
    signedIn: (when) => `Ouverte ${when}`,
    end: 'Terminer',
    endOthers: 'Terminer toutes les autres',

    activity: 'Activité',
    showOlder: 'Afficher plus ancien',
    noActivity: 'Rien ne s’est passé ces 90 derniers jours.',

    deleteTitle: 'Supprimer le compte',
    deleteLead:
      'Supprime le compte et tous les messages, définitivement. Chaque appareil efface son contenu à sa prochaine connexion.',
    deleteOpen: 'Supprimer le compte',
    deleteKeep: 'Garder',
    deleteForGood: 'Supprimer définitivement',
  },

  admin: {
    confirmLead:
      'Administrer ce serveur demande votre mot de passe. La connexion prend fin quand vous quittez les réglages.',
    notFirst: 'Seule la personne qui a le premier compte de ce serveur peut l’administrer.',
    unknown: 'Inconnu sans le serveur.',

    accounts: 'Comptes',
    accountsLead: 'Ce que chacun occupe. Ce qui y est écrit n’est pour personne d’autre.',
    you: 'vous',
    holds: (devices, messages, size) =>
      `${plural(devices, { one: '# appareil', other: '# appareils' })}, ${plural(messages, { one: '# message', other: '# messages' })}, ${size}`,
    lastSeen: (when) => `vu ${when}`,
    neverSeen: 'pas encore d’appareil',
    remove: 'Supprimer',
    removeIt: (email) => `Supprimer ${email}`,
    removeTitle: (email) => `Supprimer ${email} ?`,
    removeFacts:
      'Le compte et tous ses messages disparaissent pour de bon. Ses appareils effacent ce qu’ils contiennent à leur prochaine connexion.',
    keep: 'Garder',
    removeForGood: 'Supprimer définitivement',

    invitations: 'Invitations',
    invitationsLead:
      'Un lien permet à une personne de créer un compte, dans les 7 jours. Envoyez-le à elle seule : il est à qui l’ouvre en premier.',
    invite: 'Créer un lien',
    link: 'Lien pour une personne',
    linkNote: 'Copiez-le maintenant. Personne ne pourra le revoir.',
    copy: 'Copier le lien',
    copied: 'Copié',
    open: (when) => `Créée ${when}, pas encore utilisée`,
    until: (when) => `Valable jusqu’à ${when}`,
    cancel: 'Annuler',
    cancelIt: (when) => `Annuler l’invitation créée ${when}`,
    noInvitations: 'Aucune invitation n’est ouverte.',

    health: 'État',
    healthLead: 'Tel que la commande doctor le voit, dans ses mots. Une grande base de données prend une minute.',
    examine: 'Vérifier maintenant',
    examining: 'Vérification',
    states: { ok: 'En ordre', warn: 'À regarder', bad: 'En panne' },

    backup: 'Sauvegarde',
    backupLead:
      'Une copie vérifiée sur le disque du serveur. Les trois plus récentes restent. Gardez-en une sur une autre machine aussi.',
    noBackup: 'Ce serveur garde ses messages dans PostgreSQL, qui a ses propres outils de sauvegarde.',
    backUp: 'Sauvegarder maintenant',
    backingUp: 'Sauvegarde en cours',
    backedUp: (file) => `Sauvegardé dans ${file}`,

    version: 'Version',
    versionNote: (host, version) => `${host} utilise Roost ${version}`,
  },

  bin: {
    title: 'Textes supprimés',
    lead: 'Les textes supprimés ou remplacés par une modification restent ici quelques jours. Le serveur les efface ensuite définitivement.',
    confirmLead:
      'Les textes supprimés s’ouvrent avec votre mot de passe, pour que personne d’autre ne les lise sur un appareil laissé ouvert.',
    empty: 'Rien n’a été supprimé récemment.',
    edit: 'Modification : ',
    onlyBlanks: 'Seulement des espaces',
    bringBack: 'Restaurer',
    broughtBack: 'Le texte est de nouveau dans votre boîte de réception.',
    showOlder: 'Afficher les plus anciens',
    deleteAll: 'Tout supprimer définitivement',
    deleteAllTitle: 'Supprimer définitivement tous ces textes ?',
    deleteAllFacts:
      'Personne ne pourra plus les restaurer, sur aucun appareil. Votre boîte de réception reste telle quelle.',
    keep: 'Garder',
  },

  install: {
    title: 'Roost comme application',
    now: 'Installer',
    offered: 'Avec son icône et sa fenêtre, et parmi les applications vers lesquelles vous pouvez partager',
    how: {
      installed: 'Ceci est l’application installée',
      insecure: 'Les navigateurs n’installent que depuis HTTPS, et cette adresse est en HTTP simple',
      ios: 'Dans Safari, touchez Partager, puis « Sur l’écran d’accueil »',
      mac: 'Dans le menu, choisissez Fichier, « Ajouter au Dock »',
      menu: 'Cherchez « Installer » ou « Ajouter à l’écran d’accueil » dans le menu du navigateur. Certains n’en ont pas',
    },
  },

  notices: {
    title: 'Quand Roost est fermé',
    states: {
      on: 'Une notification montre ce qui arrive. Chaque appareil de ce navigateur a son propre réglage',
      off: 'Rien ne montre ce qui arrive avant que vous ouvriez Roost. Tout y est alors, et compté',
      blocked: 'Le navigateur bloque les notifications de Roost',
      unsupported: 'À cette adresse, le navigateur ne peut pas réveiller une application fermée',
      needsInstall:
        'Un iPhone ou un iPad ne réveille que l’application installée. Installez-la, puis activez ce réglage là-bas',
      notOffered: 'Ce serveur ne le propose pas',
      unknown: 'Le serveur ne peut pas être consulté pour le moment',
      lost: 'Le navigateur y a mis fin : rien ne montre ce qui arrive avant que vous ouvriez Roost',
    },
    again: 'Réactiver',
    quiet: 'Heures calmes',
    quietNote: 'Les notifications arrivent sans son',
    from: 'De',
    to: 'À',
    offer: 'Cet appareil doit-il signaler les messages quand Roost est fermé ?',
    yes: 'Activer',
    notNow: 'Pas maintenant',
    ended: 'Ce navigateur ne signale plus les messages quand Roost est fermé.',
    waiting: 'Il y a du nouveau. Ouvrez Roost pour le recevoir.',
    nothing: 'Il n’y a plus rien de nouveau. Tout a été lu ou supprimé sur un autre appareil.',
    done: 'Fait',
    reply: 'Répondre',
  },

  settings: {
    title: 'Réglages',
    inbox: 'Boîte de réception',
    backToInbox: 'Retour à la boîte de réception',
    backToList: 'Tous les réglages',
    unknownSection: 'Cette version n’a pas cette rubrique. Choisissez-en une dans la liste.',
    sections: {
      account: 'Compte',
      bin: 'Corbeille',
      devices: 'Appareils',
      appearance: 'Apparence',
      notifications: 'Notifications',
      language: 'Langue',
      storage: 'Stockage',
      keyboard: 'Clavier',
      transfer: 'Exportation et importation',
      admin: 'Administration',
      about: 'À propos',
    },
    appearance: {
      title: 'Apparence',
      lead: 'Dans ce navigateur. Tous les onglets suivent aussitôt.',
      theme: 'Thème',
      themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
      themeNote: '« Système » suit votre machine, même quand elle change le soir',
      density: 'Densité',
      densities: { comfortable: 'Confortable', compact: 'Compacte' },
      densityNote: '« Compacte » resserre les espaces. Là où vous touchez du doigt, tout garde sa taille',
    },
    language: {
      title: 'Langue',
      label: 'Langue de l’interface',
      note: 'Les dates et les nombres la suivent. Conservée dans ce navigateur.',
      browser: (name) => `Comme le navigateur (${name})`,
      reload: 'La page change de langue après un rechargement. Ce que vous avez écrit reste.',
      reloadNow: 'Recharger',
    },
    notifications: {
      title: 'Notifications',
      lead: 'Sur cet appareil. Chaque appareil a les siennes.',
      permission: 'Autorisation de ce navigateur',
      states: {
        granted: 'Le navigateur autorise Roost à afficher des notifications',
        denied:
          'Le navigateur bloque les notifications de Roost. Seuls ses propres réglages pour ce site peuvent changer cela',
        default: 'Le navigateur n’a pas encore été consulté',
        none: 'Ce navigateur n’a pas de notifications à cette adresse. Il leur faut HTTPS, ou localhost',
      },
      ask: 'Demander au navigateur',
      test: 'Essayer',
      testNote: 'Affiche maintenant une notification sur cet appareil',
      send: 'Afficher un essai',
      testTitle: 'Roost',
      testBody: 'Les notifications fonctionnent sur cet appareil.',
      shown: 'Le navigateur a accepté la notification. Si vous n’en voyez pas, votre système la masque.',
      number: 'Nombre de messages non lus',
      numberNote: 'Dans le titre de l’onglet, et partout ailleurs où ce navigateur peut l’afficher',
    },
    storage: {
      title: 'Stockage sur cet appareil',
      lead: 'Tout est aussi sur votre serveur, sauf ce qui attend encore d’être envoyé.',
      kept: 'Conservation',
      keptUnknown: 'Le navigateur ne dit pas s’il conserve les messages quand la place manque',
      inMemory: 'Ce navigateur ne conserve rien ici (une fenêtre privée ?). Tout disparaît quand vous fermez l’onglet',
      used: (used, quota) => `${used} sur environ ${quota}`,
      usedNote:
        'Tout Roost dans ce navigateur : ses appareils et l’application elle-même. C’est une estimation du navigateur',
      noEstimate: 'Le navigateur ne dit pas combien de place il y a',
      usedTitle: 'Espace',
      held: 'Messages',
      heldNote: (count, oldest) => `${messagesHere(count)}${oldest === null ? '' : `, le plus ancien du ${oldest}`}`,
      heldNone: 'Encore aucun message ici',
      counting: 'Comptage en cours',
      gone: (count) =>
        `Le serveur avait retiré ${plural(count, { one: '# message plus ancien', other: '# messages plus anciens' })} en raison de leur âge avant l’arrivée de cet appareil`,
      waiting: 'En attente d’envoi',
      waitingNote: (count) =>
        count === 0
          ? 'Rien. Tout ce qui a été écrit ici est sur le serveur'
          : plural(count, {
              one: '# message n’est qu’ici pour l’instant',
              other: '# messages ne sont qu’ici pour l’instant',
            }),
      free: 'Libérer de l’espace',
      freeNote: (size) =>
        size === null
          ? 'Déconnectez cet appareil sous « Appareils » : cela efface ce qu’il contient ici'
          : `Déconnecter cet appareil sous « Appareils » libère au plus ${size}. Tout ce qui est sur le serveur revient quand vous vous reconnectez`,
      toDevices: 'Voir les appareils',
    },
    keyboard: {
      lead: 'Dans les réglages comme partout dans Roost, Tab parcourt tout ce que vous pouvez faire, Maj+Tab revient en arrière et Échap quitte.',
      or: 'ou',
    },
    devices: {
      title: 'Vos appareils',
      lead: 'Tous contiennent la même boîte de réception.',
      thisDevice: 'Cet appareil',
      rename: 'Renommer',
      signOut: 'Se déconnecter',
      onlySends: 'Envoi seulement',
      joined: (when) => `ajouté ${when}`,
      invitedBy: (name) => `invité par « ${name} »`,
      add: 'Ajouter un appareil',
      former: 'Appareils retirés',
      formerLead: 'Leurs messages gardent leurs noms.',
      removed: (when) => `Retiré ${when}`,
      noName: 'Un appareil retiré',
      waiting: 'En attente de votre accord',
      waitingLead:
        'Un code vit aussi longtemps que sa fenêtre, cinq minutes au plus : aucune invitation ne reste ouverte. Tout appareil qui en a utilisé un attend ici votre décision.',
      waitingNone: 'Aucun appareil n’attend.',
      waitingUnknown: 'Sans le serveur, cet appareil ne sait pas qui attend.',
      asks: (number) => `Souhaite vous rejoindre. Ne l’acceptez que s’il affiche le nombre ${number}`,
      letIn: 'Accepter',
      refuse: 'Refuser',
    },
    about: {
      title: 'À propos',
      server: 'Serveur',
      serverNote: (host, version, protocol) => `${host}, version ${version}, protocole ${protocol}`,
      asking: 'Demande au serveur',
      app: 'Roost',
      appNote: 'Logiciel libre sous licence MIT. Une seule boîte de réception, la même sur tous vos appareils',
      features: 'Propose',
      featureNames: {
        read: 'une position de lecture commune à tous les appareils',
        marks: 'messages épinglés et faits',
        access: 'appareils qui ne font qu’envoyer',
        confirm: 'association avec confirmation',
        files: 'fichiers',
        push: 'notifications quand l’application est fermée',
        stream: 'un flux pour les programmes',
      },
      noFeatures: 'La première version du protocole',
      signUp: 'Nouveaux comptes',
      signUps: {
        first: 'Seule la première personne pouvait créer un compte',
        open: 'Toute personne qui accède à ce serveur peut en créer un',
        closed: 'Ce serveur n’en accepte pas',
      },
    },
  },

  transfer: {
    exportTitle: 'Exportation',
    exportLead:
      'Tout ce que contient cet appareil, en une seule archive : les messages pour les programmes, et une page pour les lire. Fonctionne hors ligne.',
    export: 'Exporter',
    exportAgain: 'Exporter à nouveau',
    exportNote: (count) => (count === null ? 'Comptage en cours' : messagesHere(count)),
    exporting: 'Écriture de l’archive',
    exportingNote: (percent) => `${formatCount(percent)} %. Vous pouvez quitter les réglages entre-temps`,
    cancel: 'Annuler',
    exported: 'L’archive est prête',
    exportedNote: (name, size) => `${name}, ${size}. Le navigateur l’enregistre avec ses téléchargements`,
    saveAgain: 'L’enregistrer à nouveau',

    importTitle: 'Importation',
    importLead:
      'Depuis une exportation de Roost, depuis Telegram (result.json) ou depuis Signal. Cet appareil envoie ce qui est importé, avec l’heure à laquelle cela a été écrit.',
    choose: 'Choisir un fichier',
    file: 'Fichier à importer',
    fileNote: 'Rien n’est importé avant que vous ayez vu ce que ce serait',
    reading: (file) => `Lecture de ${file}`,
    askTitle: (count) => `Importer ${messages(count)} ?`,
    askNone: 'Rien à importer',
    formats: {
      roost: 'Une exportation de Roost',
      telegram: 'Une exportation de Telegram',
      signalExport: 'Une conversation de Signal, par signal-export',
      signalDesktop: 'Des conversations de Signal',
    },
    from: (format, first, last) => (first === last ? `${format}, du ${first}.` : `${format}, du ${first} au ${last}.`),
    without: (parts) => `Laissés de côté : ${listed(parts)}.`,
    leftOut: {
      deleted: (count) => plural(count, { one: '# supprimé', other: '# supprimés' }),
      noText: (count) => plural(count, { one: '# sans texte', other: '# sans texte' }),
      tooLong: (count) => plural(count, { one: '# trop long', other: '# trop longs' }),
      notStorable: (count) =>
        plural(count, {
          one: '# avec des caractères impossibles à envoyer',
          other: '# avec des caractères impossibles à envoyer',
        }),
      here: (count) => plural(count, { one: '# déjà présent', other: '# déjà présents' }),
      double: (count) => plural(count, { one: '# en double dans le fichier', other: '# en double dans le fichier' }),
    },
    toAll: 'Tous vos appareils les reçoivent.',
    bringIn: 'Importer',
    notNow: 'Pas maintenant',
    close: 'Fermer',
    running: 'Importation en cours',
    runningNote: (done, total) =>
      `${formatCount(done)} sur ${formatCount(total)}. Vous pouvez quitter les réglages entre-temps`,
    waiting: 'Attend la connexion',
    stop: 'Arrêter',
    stopped: 'Arrêtée',
    stoppedNote: (done, total) =>
      `${formatCount(done)} sur ${formatCount(total)} importés. Choisissez le même fichier pour le reste : rien ne viendra en double`,
    done: 'Tout est dans votre boîte de réception',
    doneNote: (count) => messages(count),
    refused: (count) => `Le serveur a refusé ${messages(count)}. La raison est indiquée dans votre boîte de réception`,
    broken: 'Arrêtée par un problème',

    problems: {
      unknown_format:
        'Roost ne connaît pas ce type de fichier. Choisissez une exportation de Roost, le result.json de Telegram, ou un data.json ou main.jsonl de Signal.',
      bad_archive: 'Cette archive est endommagée. Enregistrez-la ou copiez-la à nouveau, et choisissez la nouvelle.',
      no_messages_file: 'Cette archive ne contient aucun message que Roost connaisse.',
      bad_json: 'Ce fichier est tronqué ou endommagé.',
      bad_line: 'Ce fichier est endommagé.',
      not_text: 'Ce fichier ne contient pas de texte.',
      storage: 'Les messages de cet appareil ne peuvent pas être lus pour le moment. Rechargez la page et réessayez.',
      failed: 'Cela n’a pas marché. Réessayez ; rien n’est perdu.',
    },
    inLine: (problem, line) => `${problem} L’erreur est à la ligne ${formatCount(line)}.`,

    archive: {
      title: (account) => `Roost, ${account}`,
      unknownAccount: 'votre boîte de réception',
      lead: (count, device, when) => `${messages(count)} sur ${device}, ${when}`,
      edited: 'modifié',
      deleted: 'Supprimé',
      onlyFor: (name) => `seulement à ${name}`,
      onlyHere: 'Seulement sur cet appareil : le serveur les a perdus lors de sa restauration',
      unsent: 'Pas encore envoyés',
      empty: 'Il n’y a aucun message.',
      readMe: (account, device, when) => `Roost : tout ce que contenait l’appareil « ${device} ».
Compte : ${account}. Date : ${when}.

index.html        les messages à lire. Ouvrez-le dans un navigateur ; il n’a pas besoin de réseau.
messages.ndjson   chaque message tel que le protocole le transmet, un objet JSON par ligne, dans l’ordre
                  de la boîte de réception : les messages, et les modifications, suppressions et marques
                  qui s’y rapportent.
devices.json      les appareils du compte, pour que chaque message ait un expéditeur avec un nom.
unsent.ndjson     les messages écrits ici et pas encore envoyés, s’il y en a.
only-here.ndjson  les messages que le serveur a perdus lors d’une restauration, s’il y en a.

Pour la restaurer : Réglages, Exportation et importation, Choisir un fichier. Rien ne vient en double.
L’archive n’est pas chiffrée. Gardez-la là où personne d’autre ne peut la lire.
`,
    },
  },
}
