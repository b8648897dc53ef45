import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'

const messages = (count: number) => plural(count, { one: '# mensaje', other: '# mensajes' })

export const settings: Rooms['settings'] = {
  account: {
    otherInbox: 'otra bandeja',
    inboxOf: (accounts) => `la bandeja de ${listed(accounts)}`,
    holdsAnother: (inbox) =>
      `Este navegador ya guarda ${inbox}. Si continúas, guardará también esta, y cada pestaña nueva preguntará a cuál pertenece.`,
    inboxOfDevice: (name) => `La bandeja de «${name}»`,

    addressTitle: 'Tu cuenta',
    email: 'Correo electrónico',
    askingEmail: 'Preguntando al servidor por tu cuenta',
    unknownEmail: 'Sin el servidor no se sabe',
    confirmTitle: '¿Eres tú?',
    confirmLead:
      'La contraseña, las llaves de acceso y las sesiones se abren con tu contraseña. Ese acceso termina al salir de los ajustes.',
    goOn: 'Continuar',
    usePasskey: 'Usar una llave de acceso',
    yourPassword: 'Tu contraseña',
    ofTheAccount: (email) => `De la cuenta ${email}`,

    changePassword: 'Cambiar la contraseña',
    newPassword: 'Contraseña nueva',
    newPasswordHint: (length) =>
      `Al menos ${length} caracteres. Todas las demás sesiones terminan; tus dispositivos siguen.`,
    passwordChanged: 'La contraseña se ha cambiado. Todas las demás sesiones han terminado.',

    passkeys: 'Llaves de acceso',
    noPasskeys: 'Con una llave de acceso entras con el dedo, la cara o un PIN, sin contraseña.',
    aPasskey: 'Llave de acceso',
    addPasskey: 'Añadir una llave de acceso',
    removeIt: (name) => `Quitar ${name}`,
    remove: 'Quitar',

    signIns: 'Sesiones',
    aProgram: 'Un programa',
    ownSignIn: 'Esta, que termina al salir de los ajustes',
    signedIn: (when) => `Sesión iniciada ${when}`,
    end: 'Terminar',
    endOthers: 'Terminar todas las demás',

    activity: 'Actividad',
    showOlder: 'Mostrar anteriores',
    noActivity: 'No ha pasado nada en los últimos 90 días.',

    deleteTitle: 'Eliminar la cuenta',
    deleteLead:
      'Elimina la cuenta y todos los mensajes, para siempre. Cada dispositivo borra lo que guarda la próxima vez que se conecte.',
    deleteOpen: 'Eliminar la cuenta',
    deleteKeep: 'Conservarla',
    deleteForGood: 'Eliminar para siempre',
  },

  admin: {
    confirmLead: 'Administrar este servidor requiere tu contraseña. La sesión termina al salir de los ajustes.',
    notFirst: 'Solo la persona con la primera cuenta de este servidor puede administrarlo.',
    unknown: 'No se sabe sin el servidor.',

    accounts: 'Cuentas',
    accountsLead: 'Cuánto tiene cada una. Lo que escriben no es para nadie más.',
    you: 'tú',
    holds: (devices, messages, size) =>
      `${plural(devices, { one: '# dispositivo', other: '# dispositivos' })}, ${plural(messages, { one: '# mensaje', other: '# mensajes' })}, ${size}`,
    lastSeen: (when) => `visto por última vez ${when}`,
    neverSeen: 'aún sin dispositivo',
    remove: 'Eliminar',
    removeIt: (email) => `Eliminar ${email}`,
    removeTitle: (email) => `¿Eliminar ${email}?`,
    removeFacts:
      'La cuenta y todos sus mensajes desaparecen para siempre. Sus dispositivos borran lo que guardan la próxima vez que se conecten.',
    keep: 'Conservarla',
    removeForGood: 'Eliminar para siempre',

    invitations: 'Invitaciones',
    invitationsLead:
      'Un enlace permite a una persona crear una cuenta en 7 días. Envíalo solo a ella: es de quien lo abra primero.',
    invite: 'Crear un enlace',
    link: 'Enlace para una persona',
    linkNote: 'Cópialo ahora. Nadie podrá verlo otra vez.',
    copy: 'Copiar el enlace',
    copied: 'Copiado',
    open: (when) => `Creada ${when}, aún sin usar`,
    until: (when) => `Válida hasta ${when}`,
    cancel: 'Cancelar',
    cancelIt: (when) => `Cancelar la invitación creada ${when}`,
    noInvitations: 'No hay ninguna invitación abierta.',

    health: 'Estado',
    healthLead: 'Como lo ve el comando doctor, con sus palabras. Una base de datos grande tarda un minuto.',
    examine: 'Comprobar ahora',
    examining: 'Comprobando',
    states: { ok: 'Bien', warn: 'Conviene mirarlo', bad: 'Roto' },

    backup: 'Copia de seguridad',
    backupLead:
      'Una copia comprobada en el disco del servidor. Se conservan las tres más recientes. Lleva también una a otra máquina.',
    noBackup: 'Este servidor guarda sus mensajes en PostgreSQL, que tiene sus propias herramientas de copia.',
    backUp: 'Hacer una copia ahora',
    backingUp: 'Haciendo la copia',
    backedUp: (file) => `Copia guardada en ${file}`,

    version: 'Versión',
    versionNote: (host, version) => `${host} usa Roost ${version}`,
  },

  bin: {
    title: 'Textos eliminados',
    lead: 'Los textos eliminados o sustituidos al editar esperan aquí unos días. Después el servidor los elimina para siempre.',
    confirmLead:
      'Los textos eliminados se abren con tu contraseña, para que nadie más los lea en un dispositivo que dejes abierto.',
    empty: 'No se ha eliminado nada últimamente.',
    edit: 'Edición: ',
    onlyBlanks: 'Solo espacios',
    bringBack: 'Recuperar',
    broughtBack: 'El texto vuelve a estar en tu bandeja.',
    showOlder: 'Mostrar más antiguos',
    deleteAll: 'Eliminar todo para siempre',
    deleteAllTitle: '¿Eliminar todos estos textos para siempre?',
    deleteAllFacts: 'Después nadie podrá recuperarlos en ningún dispositivo. Tu bandeja se queda como está.',
    keep: 'Conservarlos',
  },

  install: {
    title: 'Roost como aplicación',
    now: 'Instalar',
    offered: 'Con su icono y su ventana, y entre las aplicaciones con las que puedes compartir',
    how: {
      installed: 'Esta es la aplicación instalada',
      insecure: 'Los navegadores solo instalan desde HTTPS, y esta dirección es HTTP simple',
      ios: 'En Safari toca Compartir y después «Añadir a pantalla de inicio»',
      mac: 'En el menú elige Archivo, «Añadir al Dock»',
      menu: 'Busca «Instalar» o «Añadir a pantalla de inicio» en el menú del navegador. Algunos no lo tienen',
    },
  },

  notices: {
    title: 'Con Roost cerrado',
    states: {
      on: 'Una notificación muestra lo que llega. Cada dispositivo de este navegador tiene su propio interruptor',
      off: 'Nada muestra lo que llega hasta que abres Roost. Entonces está ahí, contado',
      blocked: 'El navegador rechaza las notificaciones de Roost',
      unsupported: 'En esta dirección, el navegador no puede despertar una aplicación cerrada',
      needsInstall: 'Un iPhone o iPad solo despierta la aplicación instalada. Instálala y actívalo allí',
      notOffered: 'Este servidor no lo ofrece',
      unknown: 'Ahora no se puede preguntar al servidor',
      lost: 'El navegador lo ha terminado: nada muestra lo que llega hasta que abres Roost',
    },
    again: 'Volver a activar',
    quiet: 'Horas de silencio',
    quietNote: 'Las notificaciones llegan sin sonido',
    from: 'Desde',
    to: 'Hasta',
    offer: '¿Quieres que este dispositivo te avise de los mensajes con Roost cerrado?',
    yes: 'Activar',
    notNow: 'Ahora no',
    ended: 'Este navegador ya no avisa de los mensajes con Roost cerrado.',
    waiting: 'Hay algo nuevo. Abre Roost para recibirlo.',
    nothing: 'Ya no hay nada nuevo. Se leyó o se eliminó en otro dispositivo.',
    done: 'Hecho',
    reply: 'Responder',
  },

  settings: {
    title: 'Ajustes',
    inbox: 'Bandeja',
    backToInbox: 'Volver a la bandeja',
    backToList: 'Todos los ajustes',
    unknownSection: 'Esta versión no tiene ese apartado. Elige uno de la lista.',
    sections: {
      account: 'Cuenta',
      bin: 'Papelera',
      devices: 'Dispositivos',
      appearance: 'Apariencia',
      notifications: 'Notificaciones',
      language: 'Idioma',
      storage: 'Almacenamiento',
      keyboard: 'Teclado',
      transfer: 'Exportar e importar',
      admin: 'Administración',
      about: 'Acerca de',
    },
    appearance: {
      title: 'Apariencia',
      lead: 'En este navegador. Todas las pestañas cambian al momento.',
      theme: 'Tema',
      themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
      themeNote: 'Sistema sigue al equipo, también cuando cambia al anochecer',
      density: 'Densidad',
      densities: { comfortable: 'Cómoda', compact: 'Compacta' },
      densityNote: 'La compacta deja menos espacio entre las cosas. Donde usas el dedo, todo conserva su tamaño',
    },
    language: {
      title: 'Idioma',
      label: 'Idioma de las pantallas',
      note: 'Las fechas y los números lo siguen. Se guarda en este navegador.',
      browser: (name) => `El del navegador (${name})`,
      reload: 'La página cambia de idioma al recargarla. Lo que has escrito se conserva.',
      reloadNow: 'Recargar',
    },
    notifications: {
      title: 'Notificaciones',
      lead: 'En este dispositivo. Cada dispositivo tiene las suyas.',
      permission: 'Permiso de este navegador',
      states: {
        granted: 'El navegador deja que Roost muestre notificaciones',
        denied:
          'El navegador rechaza las notificaciones de Roost. Solo se puede cambiar en los ajustes del navegador para este sitio',
        default: 'Aún no se le ha preguntado al navegador',
        none: 'Este navegador no tiene notificaciones en esta dirección. Necesitan HTTPS o localhost',
      },
      ask: 'Preguntar al navegador',
      test: 'Probar',
      testNote: 'Muestra ahora una notificación en este dispositivo',
      send: 'Mostrar una prueba',
      testTitle: 'Roost',
      testBody: 'Las notificaciones funcionan en este dispositivo.',
      shown: 'El navegador ha aceptado la notificación. Si no la ves, la oculta tu sistema.',
      number: 'Número de mensajes sin leer',
      numberNote: 'En el título de la pestaña y donde este navegador pueda mostrarlo',
    },
    storage: {
      title: 'Almacenamiento en este dispositivo',
      lead: 'Todo está también en tu servidor, salvo lo que aún espera para enviarse.',
      kept: 'Conservación',
      keptUnknown: 'El navegador no dice si conserva los mensajes cuando se queda sin espacio',
      inMemory: 'Este navegador no guarda nada aquí (¿una ventana privada?). Todo desaparece al cerrar la pestaña',
      used: (used, quota) => `${used} de unos ${quota}`,
      usedNote:
        'Todo Roost en este navegador: sus dispositivos y la propia aplicación. Es una estimación del navegador',
      noEstimate: 'El navegador no dice cuánto espacio hay',
      usedTitle: 'Espacio',
      held: 'Mensajes',
      heldNote: (count, oldest) =>
        `${plural(count, { one: '# mensaje está aquí', other: '# mensajes están aquí' })}${
          oldest === null ? '' : `, el más antiguo del ${oldest}`
        }`,
      heldNone: 'Aún no hay ningún mensaje',
      counting: 'Contando',
      gone: (count) =>
        `El servidor había quitado ${plural(count, { one: '# más antiguo', other: '# más antiguos' })} por su edad antes de que llegara este dispositivo`,
      waiting: 'Esperan para enviarse',
      waitingNote: (count) =>
        count === 0
          ? 'Nada. Todo lo escrito aquí está en el servidor'
          : plural(count, {
              one: '# mensaje está por ahora solo aquí',
              other: '# mensajes están por ahora solo aquí',
            }),
      free: 'Liberar espacio',
      freeNote: (size) =>
        size === null
          ? 'Cierra la sesión de este dispositivo en Dispositivos: así se quita lo que guarda aquí'
          : `Cerrar la sesión de este dispositivo en Dispositivos libera como mucho ${size}. Todo lo del servidor vuelve cuando inicies sesión de nuevo`,
      toDevices: 'Ver dispositivos',
    },
    keyboard: {
      lead: 'En los ajustes, como en todo Roost, Tab recorre lo que se puede hacer, Mayús+Tab retrocede y Esc sale.',
      or: 'o',
    },
    devices: {
      title: 'Tus dispositivos',
      lead: 'Todos guardan la misma bandeja.',
      thisDevice: 'Este dispositivo',
      rename: 'Cambiar nombre',
      signOut: 'Cerrar sesión',
      onlySends: 'Solo envía',
      joined: (when) => `se unió ${when}`,
      invitedBy: (name) => `por invitación de «${name}»`,
      add: 'Añadir un dispositivo',
      former: 'Dispositivos quitados',
      formerLead: 'Sus mensajes conservan su nombre.',
      removed: (when) => `Quitado ${when}`,
      noName: 'Dispositivo quitado',
      waiting: 'Esperan para unirse',
      waitingLead:
        'Un código vive tanto como su ventana, cinco minutos como máximo, para que no quede ninguna invitación abierta. Quien ha usado uno espera aquí tu decisión.',
      waitingNone: 'No espera ningún dispositivo.',
      waitingUnknown: 'Sin el servidor, este dispositivo no sabe quién espera.',
      asks: (number) => `Quiere unirse. Déjalo entrar solo si muestra el número ${number}`,
      letIn: 'Dejar entrar',
      refuse: 'Rechazar',
    },
    about: {
      title: 'Acerca de',
      server: 'Servidor',
      serverNote: (host, version, protocol) => `${host}, versión ${version}, protocolo ${protocol}`,
      asking: 'Preguntando al servidor',
      app: 'Roost',
      appNote: 'Software libre con licencia MIT. Una misma bandeja, al día en todos tus dispositivos',
      features: 'Ofrece',
      featureNames: {
        read: 'un mismo punto de lectura en todos los dispositivos',
        marks: 'mensajes fijados y hechos',
        access: 'dispositivos que solo envían',
        confirm: 'emparejamiento con confirmación',
        files: 'archivos',
        push: 'avisos con la aplicación cerrada',
        stream: 'un flujo para programas',
      },
      noFeatures: 'La primera versión del protocolo',
      signUp: 'Cuentas nuevas',
      signUps: {
        first: 'Solo la primera persona pudo crear una cuenta',
        open: 'Puede crear una cualquiera que llegue a este servidor',
        closed: 'Este servidor no acepta ninguna',
      },
    },
  },

  transfer: {
    exportTitle: 'Exportar',
    exportLead:
      'Todo lo que guarda este dispositivo, en un solo archivo: los mensajes para programas y una página para leerlos. Funciona sin conexión.',
    export: 'Exportar',
    exportAgain: 'Exportar otra vez',
    exportNote: (count) =>
      count === null ? 'Contando' : plural(count, { one: '# mensaje está aquí', other: '# mensajes están aquí' }),
    exporting: 'Escribiendo el archivo',
    exportingNote: (percent) => `${formatCount(percent)} %. Mientras tanto puedes salir de los ajustes`,
    cancel: 'Cancelar',
    exported: 'El archivo está listo',
    exportedNote: (name, size) => `${name}, ${size}. El navegador lo guarda donde guarda las descargas`,
    saveAgain: 'Guardarlo otra vez',

    importTitle: 'Importar',
    importLead:
      'De una exportación de Roost, de Telegram (result.json) o de Signal. Lo que entra lo envía este dispositivo, con la hora a la que se escribió.',
    choose: 'Elegir un archivo',
    file: 'Archivo que importar',
    fileNote: 'No entra nada antes de que veas qué sería',
    reading: (file) => `Leyendo ${file}`,
    askTitle: (count) => `¿Importar ${messages(count)}?`,
    askNone: 'Nada que importar',
    formats: {
      roost: 'Una exportación de Roost',
      telegram: 'Una exportación de Telegram',
      signalExport: 'Un chat de Signal, de signal-export',
      signalDesktop: 'Chats de Signal',
    },
    from: (format, first, last) =>
      first === last ? `${format}, del ${first}.` : `${format}, del ${first} al ${last}.`,
    without: (parts) => `Se omiten: ${listed(parts)}.`,
    leftOut: {
      deleted: (count) => plural(count, { one: '# eliminado', other: '# eliminados' }),
      noText: (count) => plural(count, { one: '# sin texto', other: '# sin texto' }),
      tooLong: (count) => plural(count, { one: '# demasiado largo', other: '# demasiado largos' }),
      notStorable: (count) =>
        plural(count, {
          one: '# con caracteres que no se pueden enviar',
          other: '# con caracteres que no se pueden enviar',
        }),
      here: (count) => plural(count, { one: '# que ya está aquí', other: '# que ya están aquí' }),
      double: (count) => plural(count, { one: '# repetido en el archivo', other: '# repetidos en el archivo' }),
    },
    toAll: 'Los reciben todos tus dispositivos.',
    bringIn: 'Importar',
    notNow: 'Ahora no',
    close: 'Cerrar',
    running: 'Importando',
    runningNote: (done, total) =>
      `${formatCount(done)} de ${formatCount(total)}. Mientras tanto puedes salir de los ajustes`,
    waiting: 'Espera a que haya conexión',
    stop: 'Detener',
    stopped: 'Detenido',
    stoppedNote: (done, total) =>
      `Han entrado ${formatCount(done)} de ${formatCount(total)}. Elige el mismo archivo otra vez para el resto: ninguno se repite`,
    done: 'Todo está en tu bandeja',
    doneNote: (count) => messages(count),
    refused: (count) =>
      plural(count, {
        one: 'El servidor ha rechazado # mensaje. Espera en tu bandeja con el motivo',
        other: 'El servidor ha rechazado # mensajes. Esperan en tu bandeja con el motivo',
      }),
    broken: 'Un problema lo ha detenido',

    problems: {
      unknown_format:
        'Roost no conoce este tipo de archivo. Elige una exportación de Roost, el result.json de Telegram o un data.json o main.jsonl de Signal.',
      bad_archive: 'Este archivo está dañado. Guárdalo o cópialo otra vez y elige el nuevo.',
      no_messages_file: 'Este archivo no contiene mensajes que Roost conozca.',
      bad_json: 'Este archivo está cortado o dañado.',
      bad_line: 'Este archivo está dañado.',
      not_text: 'Este archivo no contiene texto.',
      storage: 'Ahora no se pueden leer los mensajes de este dispositivo. Recarga la página y vuelve a intentarlo.',
      failed: 'No ha funcionado. Vuelve a intentarlo; no se ha perdido nada.',
    },
    inLine: (problem, line) => `${problem} El fallo está en la línea ${formatCount(line)}.`,

    archive: {
      title: (account) => `Roost, ${account}`,
      unknownAccount: 'tu bandeja',
      lead: (count, device, when) => `${messages(count)} en ${device}, ${when}`,
      edited: 'editado',
      deleted: 'Eliminado',
      onlyFor: (name) => `solo para ${name}`,
      onlyHere: 'Solo en este dispositivo: el servidor los perdió al restaurarse',
      unsent: 'Aún sin enviar',
      empty: 'No hay mensajes.',
      readMe: (
        account,
        device,
        when,
      ) => `Roost: todo lo que guardaba el dispositivo «${device}» de ${account} (${when}).

index.html        los mensajes, para leerlos. Ábrelo en un navegador; no necesita red.
messages.ndjson   cada mensaje tal como viaja, un objeto JSON por línea, en el orden de la bandeja:
                  los mensajes y las ediciones, eliminaciones y marcas que les corresponden.
devices.json      los dispositivos de la cuenta, para que cada mensaje tenga un remitente con nombre.
unsent.ndjson     los mensajes escritos aquí y aún sin enviar, si los hay.
only-here.ndjson  los mensajes que el servidor ha perdido al restaurarse, si los hay.

Para recuperarlo: Ajustes, Exportar e importar, Elegir un archivo. Nada entra dos veces.
El archivo no está cifrado. Guárdalo donde nadie más lo lea.
`,
    },
  },
}
