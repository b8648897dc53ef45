import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { plural } from '../plural.ts'
import { atClock, ended } from './moment.ts'

export const general: Rooms['general'] = {
  check: {
    haveAll: (at) => `${ended(`Comprobado ${atClock(at)}`)} Lo tienes todo.`,
    onTheirWay: (at) => `${ended(`Comprobado ${atClock(at)}`)} Hay mensajes en camino.`,
    failed: (at, why) => `Comprobado ${atClock(at)}, sin éxito. ${why}`,
    noNetwork: 'No hay red.',
    unknownHere: 'El servidor ya no conoce este dispositivo.',
    switchedOff: 'Este dispositivo trabaja sin conexión. Desactívalo primero.',
  },

  connection: {
    checkNow: 'Comprobar ahora',

    upToDate: 'Al día',
    atOnce: 'Los mensajes nuevos llegan al momento.',
    fetching: 'Trayendo tus mensajes',
    catchingUp: (done, total) => `Poniéndose al día, ${formatCount(done)} de ${formatCount(total)}`,
    catchingUpNow: 'Poniéndose al día',
    ofMessages: (done, total) => `${done} de ${total} mensajes`,
    soFar: (day) => `De momento: ${day}`,
    perSecond: (count) => plural(count, { one: '# mensaje por segundo', other: '# mensajes por segundo' }),
    connecting: 'Conectando',
    waitsUntilThen: 'Lo que escribes espera aquí hasta entonces.',
    tryingNow: 'Reintentando ahora',
    tryingInSeconds: (seconds) => `Nuevo intento en ${seconds} s`,
    tryingInMinutes: (minutes) => `Nuevo intento en ${minutes} min`,
    noNetwork: 'Sin red',
    waitsByItself: 'Lo que escribes espera aquí y sale por sí solo.',
    switchedOff: 'Trabajando sin conexión',
    waitsUntilOnline: 'Lo que escribes espera aquí hasta que te conectes.',
    otherTab: 'Conectado a través de otra pestaña de este dispositivo.',
    signedOut: 'Sesión cerrada',
    signInAgain: 'Inicia sesión de nuevo para seguir.',
    removed: 'Quitado',
    removedFromAccount: 'Este dispositivo se ha quitado de tu cuenta.',
  },

  dialogs: {
    cancel: 'Cancelar',
    done: 'Listo',

    signOut: '¿Cerrar sesión?',
    signOutMeans: 'Quita lo que guarda este dispositivo. Tus otros dispositivos conservan sus mensajes.',
    wouldBeLost: (count) =>
      plural(count, {
        one: '# mensaje espera para enviarse y se perdería.',
        other: '# mensajes esperan para enviarse y se perderían.',
      }),
    stay: 'Quedarme',
    signOutNow: 'Cerrar sesión',
    sendFirst: 'Enviarlos antes',
    sending: 'Enviando',
    couldNotSend: 'No se han podido enviar. Ahora mismo no hay conexión con el servidor.',

    remove: (name) => `¿Quitar «${name}»?`,
    removeMeans:
      'Desde ahora no podrá hacer nada más, y borrará lo que guarda la próxima vez que se conecte. Los mensajes que ha enviado se quedan en la bandeja. Todas las demás sesiones de tu cuenta terminan.',
    usePasskey: 'Usar una llave de acceso',
    keepIt: 'Conservarlo',
    removeNow: 'Quitar',

    addDevice: 'Añadir un dispositivo',
    addDeviceMeans: 'Apunta con su cámara a este cuadrado o abre allí el enlace.',
    wantsToJoin: (name) => `«${name}» quiere unirse`,
    wantsToJoinMeans: 'Leerá todo lo que hay en tu bandeja y podrá escribir en ella. ¿Muestra este número?',
    refuse: 'No, rechazar',
    admit: 'Sí, dejarlo entrar',
    hasJoined: (name) => `«${name}» se ha unido`,
    hasJoinedMeans: 'Ya es uno de tus dispositivos y está trayendo tus mensajes.',
    mayJoin: (name) => `«${name}» puede unirse`,
    mayJoinMeans: 'Aparecerá enseguida entre tus dispositivos.',
    wasRefused: (name) => `«${name}» ha sido rechazado`,
    wasRefusedMeans: 'No ha leído nada tuyo.',
    sendItSomething: 'Enviarle algo',
    askingForCode: 'Pidiendo un código al servidor',
    waitingForIt: 'Esperando a que entre',
    codeExpired: 'El código ha caducado.',
    newCode: 'Código nuevo',
    tryAgain: 'Reintentar',
    qrCode: 'Código QR que abre el enlace de abajo',
    orType: 'o escribe allí este código',
    worksOnce: (time) => `Vale una sola vez, durante ${time} más, mientras esto siga abierto`,
    link: 'Enlace',
    copyLink: 'Copiar el enlace',
    copied: 'Copiado',
  },

  opening: {
    opening: 'Roost se está abriendo',
    fetching: 'Trayendo tus mensajes',
    noAnswer: 'El servidor no ha respondido.',
  },

  problems: {
    noAnswer: 'El servidor no ha respondido. Revisa tu conexión y vuelve a intentarlo.',
    surprise: 'Algo ha fallado aquí. Recarga la página y vuelve a intentarlo; no se ha perdido nada.',
    tooOften: (minutes) =>
      plural(minutes, {
        one: 'Demasiadas veces en poco tiempo. Vuelve a intentarlo dentro de # minuto.',
        other: 'Demasiadas veces en poco tiempo. Vuelve a intentarlo dentro de # minutos.',
      }),

    browser: {
      sign_up_closed: 'Este servidor no acepta cuentas nuevas. La persona con la primera cuenta puede invitarte.',
      invitation_gone: 'Esta invitación ya se usó, se canceló o ha caducado. Pide una nueva.',
      email_taken: 'No se ha creado ninguna cuenta. Si ya tienes una con este correo, inicia sesión.',
      wrong_credentials: 'El correo y la contraseña no coinciden. Revisa ambos y vuelve a intentarlo.',
      invalid_email: 'Eso no es una dirección de correo.',
      password_too_short: 'La contraseña es demasiado corta: usa al menos 8 caracteres.',
      password_too_long: 'La contraseña es demasiado larga: usa como máximo 128 caracteres.',
      password_too_common: 'Esta contraseña es de las primeras que probaría un desconocido. Elige otra.',
      wrong_password: 'Esa no es la contraseña de esta cuenta. Revísala y vuelve a intentarlo.',
      not_fresh: 'Lo confirmaste hace más de 10 minutos. Sal de los ajustes y ábrelos de nuevo.',
      passkey_cancelled: 'No se ha elegido ninguna llave de acceso. Vuelve a intentarlo o usa tu contraseña.',
      passkey_unknown: 'Este servidor no conoce esa llave de acceso. Usa otra o tu contraseña.',
      passkey_taken: 'Esta llave de acceso ya se usa en este servidor. Crea una nueva.',
      too_many_passkeys: 'Esta cuenta no admite más llaves de acceso. Quita una primero.',
      too_many_tries: 'Demasiados intentos. Espera un minuto y vuelve a intentarlo.',
      server_trouble: 'El servidor no puede hacerlo ahora. Vuelve a intentarlo dentro de un rato.',
      refused: 'El servidor lo ha rechazado.',
      code_for_sending:
        'Este código es para un script que solo envía mensajes. Pide otro código en tu otro dispositivo.',
      push_refused:
        'El navegador no lo ha permitido, así que nada se ha activado. Se puede cambiar en sus ajustes para este sitio.',
      unknown_device: 'Este navegador ya no guarda ese dispositivo.',
      not_signed_in: 'Ningún dispositivo de este navegador tiene la sesión iniciada. Inicia sesión primero.',
      file_unreadable: 'El archivo se modificó o se eliminó mientras se leía. Vuelve a elegirlo.',
    },

    storage: {
      quota: 'El navegador no tiene más espacio para los mensajes de este dispositivo.',
      closed: 'El navegador ha cerrado o quitado el almacenamiento de este dispositivo. Recarga la página.',
      outdated: 'En este navegador se ha usado una versión más nueva de Roost. Recarga la página.',
      blocked:
        'Otra pestaña mantiene ocupado el almacenamiento de este dispositivo. Cierra las demás pestañas de Roost.',
      failed: 'El navegador no ha podido usar el almacenamiento de este dispositivo.',
    },

    server: {
      invalid_request:
        'El servidor no lo acepta. Quizá contenga medio emoji, un salto de línea o nada que se pueda ver.',
      payload_too_large: 'Es demasiado largo. Acórtalo y vuelve a intentarlo.',
      rate_limited: 'Demasiadas veces en poco tiempo. Espera un minuto y vuelve a intentarlo.',
      unavailable: 'El servidor no puede hacerlo ahora. Vuelve a intentarlo dentro de un rato.',
      internal: 'El servidor ha tenido un problema. Vuelve a intentarlo dentro de un rato.',
      unauthenticated: 'Este dispositivo tiene la sesión cerrada. Inicia sesión de nuevo para seguir.',
      revoked: 'Este dispositivo se ha quitado de tu cuenta.',
    },

    turnedAway: 'El otro dispositivo ha dicho que no. Si ha sido un error, pide allí un código nuevo.',
    codeGone: 'El código se ha cerrado o ha caducado en el otro dispositivo. Pide allí uno nuevo.',
  },

  shortcuts: {
    everywhere: 'En todas partes',
    writing: 'Al escribir',
    messages: 'En la lista de mensajes',
    sheet: 'Mostrar estos atajos',
    find: 'Buscar un mensaje',
    settings: 'Abrir los ajustes',
    send: 'Enviar',
    sendAlways: 'Enviar, también en una pantalla táctil',
    newLine: 'Línea nueva',
    mention: 'Elegir el dispositivo que lo recibe',
    editLast: 'Editar tu último mensaje, con el cuadro vacío',
    cancel: 'Cancelar una edición, cerrar lo que esté abierto',
    end: 'Ir al mensaje más reciente',
    home: 'Ir al primer mensaje nuevo y luego al más antiguo',
    walk: 'Ir de mensaje en mensaje',
    messageMenu: 'Todo lo que se puede hacer con un mensaje',
    copyMessage: 'Copiar el mensaje',
    editMessage: 'Editar el mensaje',
    deleteMessage: 'Eliminar el mensaje',
    selectMessage: 'Seleccionar el mensaje',
    selectRange: 'Seleccionar varios mensajes',
    title: 'Atajos de teclado',
    close: 'Cerrar',
    or: 'o',
  },

  status: {
    signedOut: 'Este dispositivo tiene la sesión cerrada.',
    signedOutMeans: 'Lo que hay aquí se puede seguir leyendo, y lo que escribes espera. Inicia sesión para seguir.',
    signIn: 'Iniciar sesión',
    signInAgain: 'Iniciar sesión de nuevo',
    thenGoesOn: (name) => `Después, «${name}» sigue como antes y envía lo que espera aquí.`,

    memory: 'Este navegador no guarda nada aquí.',
    memoryMeans: 'Quizá sea una ventana privada. Todo lo de esta página desaparece al cerrar la pestaña.',
    full: 'Este navegador se ha quedado sin espacio.',
    fullMeans:
      'Libera algo de espacio. Hasta entonces, los mensajes nuevos se quedan en el servidor y no se pierde nada.',
    reloadRepairs: 'Se arregla al recargar.',
    reload: 'Recargar',

    noNetwork: 'Sin red.',
    noNetworkMeans: 'Sigue leyendo y escribiendo. Lo que espera sale por sí solo.',
    workingOffline: 'Trabajando sin conexión.',
    workingOfflineMeans: 'Lo que escribes espera aquí hasta que te conectes.',
    goOnline: 'Conectarse',

    notYours: '¿No es tuyo? Quítalo en la lista de dispositivos.',
    news: (what, past) => ended(`${what}, ${past}`),
    gotIt: 'Entendido',
    moreNews: (count) =>
      plural(count, { one: 'Y # más. Consulta Ajustes, Actividad.', other: 'Y # más. Consulta Ajustes, Actividad.' }),
    deletedWaits: 'Lo eliminado espera en los ajustes, en la Papelera.',

    newVersion: 'Hay una versión nueva.',
    dismiss: 'Descartar',
  },

  time: {
    today: 'Hoy',
    yesterday: 'Ayer',
    justNow: 'ahora mismo',
    minutesAgo: (count) => plural(count, { one: 'hace # minuto', other: 'hace # minutos' }),
    at: (clock) => atClock(clock),
    pastYesterday: 'ayer',
    on: (day) => `el ${day}`,
    yesterdayAt: (clock) => `ayer, ${clock}`,
    dayAtClock: (day, clock) => `${day} ${atClock(clock)}`,
    dayAt: (day, clock) => `${day}, ${clock}`,
    writtenSent: (written, sent) => `escrito ${written}, enviado ${sent}`,
  },

  waits: {
    lost: 'Se ha perdido la conexión con el servidor.',
    no_answer: 'El servidor no ha respondido.',
    unavailable: 'El servidor no puede recibir nada en este momento.',
    rate_limited: 'El servidor ha pedido a este dispositivo que vaya más despacio.',
    internal: 'El servidor ha tenido un problema.',
    storage_quota: 'Este navegador no tiene más espacio para guardar mensajes.',
    storage_closed: 'Se ha cerrado el almacenamiento de este dispositivo.',
    storage_outdated: 'Se ha cerrado el almacenamiento de este dispositivo.',
    storage_blocked: 'No se puede abrir el almacenamiento de este dispositivo.',
    storage_failed: 'Ha fallado el almacenamiento de este dispositivo.',
  },
}
