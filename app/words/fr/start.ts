import type { Rooms } from '../language/rooms.ts'

export const start: Rooms['start'] = {
  entry: {
    couldNotOpen: 'Roost n’a pas pu s’ouvrir',
    reload: 'Recharger',
    cancel: 'Annuler',

    chooseTitle: 'Cet onglet peut être un appareil à part entière',
    chooseMeans: 'Il reçoit sa propre copie de la boîte de réception et son propre nom.',
    chooseMeansOf: (account) => `Il reçoit sa propre copie de la boîte de réception de ${account} et son propre nom.`,
    newDevice: 'Nouvel appareil',
    goOnAs: 'Ou continuer en tant que',
    refresh: 'Actualiser',
    openElsewhere: 'Ouvert dans un autre onglet',
    lastUsed: (past) => `Utilisé ${past}`,
    severalInboxes: 'Ce navigateur contient plusieurs boîtes de réception. Pour laquelle ?',

    codeTitle: 'Saisissez le code',
    codeMeans:
      'Sur un appareil déjà connecté, choisissez « Ajouter un appareil ». Il affiche un code valable cinq minutes.',
    code: 'Code',
    continue: 'Continuer',
    goBack: 'Retour',

    joinTitle: 'Rejoindre cette boîte de réception',
    invites: (device) => `« ${device} » invite cet appareil, qui en recevra tout le contenu.`,
    join: 'Rejoindre',
    otherCode: 'Ce n’est pas votre boîte de réception ? Utilisez un autre code',

    compareTitle: 'Dernière vérification',
    compareMeans: (device) =>
      `« ${device} » demande maintenant s’il faut accepter cet appareil. Répondez oui s’il affiche ce nombre.`,
    numberIs: (check) => `Le nombre est ${check}`,
    otherNumber: 'S’il affiche un autre nombre, répondez non. S’il ne demande rien, recommencez avec un nouveau code.',

    signedOut: 'Cet appareil est déconnecté',
    removed: 'Cet appareil a été retiré',
    signedOutMeans: (name) =>
      `« ${name} » ne fait plus partie de vos appareils. Ses messages, et ce qui attendait d’être envoyé, ont été effacés de ce navigateur. Vos autres appareils gardent les leurs.`,
    removedMeans: (name) =>
      `« ${name} » ne fait plus partie de vos appareils. Ses messages, et ce qui attendait d’être envoyé, ont été effacés de ce navigateur. Vos autres appareils ont tout le reste.`,
    startOver: 'Recommencer',

    nothingHere: 'Il n’y a rien ici',
    mistyped: 'L’adresse est peut-être mal saisie.',
    toInbox: 'Aller à votre boîte de réception',
  },

  lan: {
    onlyHere: 'Ce lien ne s’ouvre que sur cet ordinateur.',
    openMeans:
      'Roost peut laisser entrer les téléphones et les ordinateurs de votre réseau jusqu’à son arrêt. Chacun y atteint alors sa première page.',
    elsewhere: 'Pour un téléphone, démarrez Roost avec « npm start -- --lan », ou donnez-lui une adresse à lui.',
    open: 'Laisser entrer mon réseau',
    sameNetwork: 'Pour les appareils du même réseau que cet ordinateur',
    fingerprint: 'Le certificat a cette empreinte :',
    title: 'Faites confiance à ce Roost une fois',
    lead: 'Il tourne sur un ordinateur de votre réseau, avec son propre certificat. Quand cet appareil lui fait confiance, personne ne peut lire avec vous, et Roost s’ouvre aussi sans réseau.',
    system: 'Cet appareil',
    iphone: 'iPhone, iPad',
    android: 'Android',
    computer: 'Ordinateur',
    iphoneLoad: 'Téléchargez le certificat dans Safari et autorisez-le.',
    iphoneInstall: 'Dans Réglages, touchez « Profil téléchargé », puis Installer.',
    iphoneTrust: 'Activez-le : Réglages, Général, Informations, Réglages des certificats.',
    androidLoad: 'Téléchargez le certificat.',
    androidInstall:
      'Dans les paramètres, cherchez « Certificat CA », touchez-le, puis « Installer quand même », et choisissez roost.crt.',
    androidFirefox:
      'Utilisez Chrome ou un autre navigateur qui lui fait confiance. Firefox demande « Utiliser les certificats CA tiers ».',
    computerLoad: 'Téléchargez le certificat et ouvrez-le.',
    computerInstall:
      'Sur un Mac, choisissez « Toujours approuver » ; sous Windows, le magasin « Autorités de certification racines de confiance ».',
    computerFirefox: 'Dans Firefox et sous Linux, importez-le dans le navigateur : Paramètres, Certificats, Autorités.',
    download: 'Télécharger le certificat',
    notYet: 'Ce navigateur ne fait pas encore confiance au certificat.',
    goOn: 'C’est fait, continuer',
    without: 'Ou continuer sans',
    missing:
      'Les messages vont et viennent comme d’habitude. Mais d’autres sur ce réseau peuvent lire avec vous, Roost ne s’ouvre que tant que l’ordinateur est joignable, et il ne peut pas être installé.',
    skip: 'Continuer sans',
    notEncrypted: 'Non chiffré',
    notEncryptedMeans:
      'Cette adresse est en HTTP simple. D’autres sur le réseau peuvent lire avec vous, et Roost ne s’ouvre que tant que l’ordinateur est joignable.',
  },

  naming: {
    nameTitle: 'Comment s’appelle cet appareil ?',
    nameMeans: 'Vos autres appareils le voient sous ce nom. Vous pouvez le changer à tout moment.',
    browserOn: (browser, system) => `${browser} sur ${system}`,
    deviceName: 'Nom de cet appareil',
    openInbox: 'Ouvrir la boîte de réception',
  },
  welcome: {
    title: 'Une seule boîte de réception sur tous vos appareils',
    signUpMeans: 'Écrivez sur l’un, retrouvez-le sur tous les autres, même ceux qui étaient en veille.',
    signInMeans: 'Connectez-vous pour faire de ce navigateur l’un de vos appareils.',
    noAnswer: 'Le serveur est injoignable pour le moment. Vérifiez le réseau, puis rechargez.',
    noNewAccounts:
      'Ce serveur n’accepte pas de nouveaux comptes. La personne qui a le premier compte peut vous inviter, dans Réglages, Administration.',
    invitedMeans:
      'Vous êtes invité sur ce serveur. Créez votre compte : écrivez sur un appareil, retrouvez-le sur tous les autres.',
    usePasskey: 'Se connecter avec une clé d’accès',
    haveAccount: 'J’ai déjà un compte',
    newHere: 'Créer un compte',
    haveCode: 'J’ai un code d’un autre appareil',
    ownServer: (host) => `C’est votre propre serveur, ${host}. Ce que vous écrivez reste sur lui et sur vos appareils.`,

    email: 'E-mail',
    emailLike: 'vous@example.org',
    password: 'Mot de passe',
    passwordHint: (length) => `Au moins ${length} caractères. Une clé d’accès pourra le remplacer plus tard.`,
    createAccount: 'Créer un compte',
    signIn: 'Se connecter',
  },
}
