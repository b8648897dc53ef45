import type { Rooms } from '../language/rooms.ts'

export const start: Rooms['start'] = {
  entry: {
    couldNotOpen: 'Roost no se ha podido abrir',
    reload: 'Recargar',
    cancel: 'Cancelar',

    chooseTitle: 'Esta pestaña puede ser un dispositivo más',
    chooseMeans: 'Tendrá su propia copia de la bandeja y su propio nombre.',
    chooseMeansOf: (account) => `Tendrá su propia copia de la bandeja de ${account} y su propio nombre.`,
    newDevice: 'Dispositivo nuevo',
    goOnAs: 'O sigue como',
    refresh: 'Actualizar',
    openElsewhere: 'Abierto en otra pestaña',
    lastUsed: (past) => `Última vez: ${past}`,
    severalInboxes: 'Este navegador guarda varias bandejas. ¿Para cuál es?',

    codeTitle: 'Escribe el código',
    codeMeans:
      'En un dispositivo que ya esté dentro, elige «Añadir un dispositivo». Muestra un código que vale cinco minutos.',
    code: 'Código',
    continue: 'Continuar',
    goBack: 'Volver',

    joinTitle: 'Unirse a esta bandeja',
    invites: (device) => `«${device}» invita a este dispositivo, que recibirá todo lo que contiene.`,
    join: 'Unirse',
    otherCode: '¿No es tu bandeja? Usa otro código',

    compareTitle: 'Una última comprobación',
    compareMeans: (device) =>
      `«${device}» pregunta ahora si deja entrar a este dispositivo. Di que sí allí si muestra este número.`,
    numberIs: (check) => `El número es ${check}`,
    otherNumber: 'Si muestra otro número, di que no allí. Si no pregunta nada, empieza de nuevo con otro código.',

    signedOut: 'Has cerrado sesión',
    removed: 'Este dispositivo se ha quitado',
    signedOutMeans: (name) =>
      `«${name}» ya no es uno de tus dispositivos. Sus mensajes y lo que esperaba para enviarse ya no están en este navegador. Tus otros dispositivos conservan los suyos.`,
    removedMeans: (name) =>
      `«${name}» ya no es uno de tus dispositivos. Sus mensajes y lo que esperaba para enviarse ya no están en este navegador. Tus otros dispositivos tienen todo lo demás.`,
    startOver: 'Empezar de nuevo',

    nothingHere: 'Aquí no hay nada',
    mistyped: 'Puede que la dirección esté mal escrita.',
    toInbox: 'Ir a tu bandeja',
  },

  lan: {
    onlyHere: 'Este enlace solo se abre en este ordenador.',
    openMeans:
      'Roost puede dejar entrar a los teléfonos y ordenadores de tu red hasta que se detenga. Cualquiera en ella llega entonces a su primera página.',
    elsewhere: 'Para un teléfono, inicia Roost con «npm start -- --lan», o dale una dirección propia.',
    open: 'Dejar entrar a mi red',
    sameNetwork: 'Para dispositivos de la misma red que este ordenador',
    fingerprint: 'El certificado tiene esta huella:',
    title: 'Confía una vez en este Roost',
    lead: 'Funciona en un ordenador de tu red, con un certificado propio. Cuando este dispositivo confía en él, nadie puede leer contigo, y Roost se abre también sin red.',
    system: 'Este dispositivo',
    iphone: 'iPhone, iPad',
    android: 'Android',
    computer: 'Ordenador',
    iphoneLoad: 'Descarga el certificado en Safari y permítelo.',
    iphoneInstall: 'En Ajustes, toca «Perfil descargado» y después Instalar.',
    iphoneTrust: 'Actívalo en Ajustes, General, Información, Ajustes de confianza de los certificados.',
    androidLoad: 'Descarga el certificado.',
    androidInstall:
      'En los ajustes, busca «Certificado CA», tócalo, después «Instalar de todos modos», y elige roost.crt.',
    androidFirefox:
      'Usa Chrome u otro navegador que confíe en él. Firefox necesita «Usar certificados CA de terceros».',
    computerLoad: 'Descarga el certificado y ábrelo.',
    computerInstall:
      'En un Mac elige «Confiar siempre»; en Windows, el almacén «Entidades de certificación raíz de confianza».',
    computerFirefox: 'En Firefox y en Linux, impórtalo en el navegador: Ajustes, Certificados, Autoridades.',
    download: 'Descargar el certificado',
    notYet: 'Este navegador aún no confía en el certificado.',
    goOn: 'Hecho, continuar',
    without: 'O continúa sin él',
    missing:
      'Los mensajes van y vienen como siempre. Pero otros en esta red pueden leer contigo, Roost solo se abre mientras se alcance el ordenador, y no se puede instalar.',
    skip: 'Continuar sin él',
    notEncrypted: 'Sin cifrar',
    notEncryptedMeans:
      'Esta dirección es HTTP simple. Otros en la red pueden leer contigo, y Roost solo se abre mientras se alcance el ordenador.',
  },

  naming: {
    nameTitle: '¿Cómo se llama este dispositivo?',
    nameMeans: 'Tus otros dispositivos lo verán con este nombre. Puedes cambiarlo cuando quieras.',
    browserOn: (browser, system) => `${browser} en ${system}`,
    deviceName: 'Nombre de este dispositivo',
    openInbox: 'Abrir la bandeja',
  },
  welcome: {
    title: 'Una misma bandeja en todos tus dispositivos',
    signUpMeans: 'Escribe en uno y encuéntralo en los demás, también en los que estaban dormidos.',
    signInMeans: 'Inicia sesión para que este navegador sea uno de tus dispositivos.',
    noAnswer: 'Ahora mismo no se puede llegar al servidor. Revisa la red y recarga.',
    noNewAccounts:
      'Este servidor no acepta cuentas nuevas. La persona con la primera cuenta puede invitarte, en Ajustes, Administración.',
    invitedMeans:
      'Te invitan a este servidor. Crea tu cuenta: escribe en un dispositivo y encuéntralo en todos los demás.',
    usePasskey: 'Iniciar sesión con una llave de acceso',
    haveAccount: 'Ya tengo una cuenta',
    newHere: 'Crear una cuenta',
    haveCode: 'Tengo un código de otro dispositivo',
    ownServer: (host) => `Este es tu propio servidor, ${host}. Lo que escribes se queda en él y en tus dispositivos.`,

    email: 'Correo electrónico',
    emailLike: 'tu@ejemplo.org',
    password: 'Contraseña',
    passwordHint: (length) => `Al menos ${length} caracteres. Más adelante puedes sustituirla por una llave de acceso.`,
    createAccount: 'Crear cuenta',
    signIn: 'Iniciar sesión',
  },
}
