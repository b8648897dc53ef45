import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'
import { atClock, atMoment } from './moment.ts'

export const devices: Rooms['devices'] = {
  activity: {
    signedInPerson: 'alguien que había iniciado sesión',
    device: (name) => `«${name}»`,
    withBrowser: (browser) => `con ${browser}`,
    withProgram: 'con un programa',
    joined: (device) => `«${device}» se unió`,
    joinedInvited: (device, doer) => `«${device}» se unió por invitación de ${doer}`,
    left: (device) => `«${device}» cerró sesión`,
    removed: (device, doer) => `${doer} quitó «${device}»`,
    renamed: (device, name, doer) => `${doer} cambió el nombre de «${device}» a «${name}»`,
    signedIn: (from) => `Alguien inició sesión ${from}`,
    passwordChanged: (from) => `Se cambió la contraseña ${from}`,
    passkeyAdded: (from) => `Se añadió una llave de acceso ${from}`,
    passkeyRemoved: (from) => `Se quitó una llave de acceso ${from}`,
    invited: (from) => `Se invitó a alguien a crear una cuenta ${from}`,
    accountRemoved: (from) => `Se eliminó una cuenta ${from}`,
    deleted: (count, doer) => `${doer} eliminó ${plural(count, { one: '# texto', other: '# textos' })}`,
  },

  devices: {
    removedDevice: 'Dispositivo quitado',
    joined: (name) => `«${name}» se ha unido.`,
    joinedInvited: (name, invitedBy) => `«${name}» se ha unido por invitación de «${invitedBy}».`,
    manyJoined: (count, names) =>
      plural(count, { one: 'Se ha unido # dispositivo: ', other: 'Se han unido # dispositivos: ' }) +
      `${listed(names.map((name) => `«${name}»`))}.`,
    kept: 'Este navegador guarda aquí los mensajes hasta que los quites.',
    notKept:
      'Este navegador puede borrar este dispositivo si se queda sin espacio. Todo lo del servidor vuelve; lo que aún espera aquí se perdería.',

    saveName: 'Guardar nombre',
    keepName: 'Cancelar',
    needsName: 'Un dispositivo necesita un nombre. Escribe uno o cancela para conservar el anterior.',
  },

  navigation: {
    search: 'Buscar',
    devices: 'Dispositivos',
    allDevices: 'Todos los dispositivos',
    all: 'Todos',
    pinned: 'Fijados',
    pinnedCount: (count) => plural(count, { one: '# fijado', other: '# fijados' }),
    nothingPinned: 'Nada fijado',
    nothingPinnedMeans: 'Fija un mensaje y lo tendrás a mano aquí y al principio de la bandeja.',
    addDevice: 'Añadir un dispositivo',
    removedNamed: (name) => `${name} (quitado)`,
    newHere: (count) => plural(count, { one: '# nuevo', other: '# nuevos' }),
    more: 'Más sobre',
    moreAbout: (name) => `Más sobre ${name}`,
    chooseDevice: (title) => `${title}, elegir dispositivo`,
    noneFrom: (name) => `Aún no hay nada de ${name}`,
    noneFromMeans: 'Aquí aparece lo que envía y lo que envías solo a ese dispositivo.',
    close: 'Cerrar',
    rename: 'Cambiar nombre',
    remove: 'Quitar',
  },

  presence: {
    now: 'Ahora',
    wasHere: 'Estaba aquí',
    seenJustNow: 'Visto ahora mismo',
    seenMinutesAgo: (minutes) => plural(minutes, { one: 'Visto hace # min', other: 'Visto hace # min' }),
    seenHoursAgo: (hours) => plural(hours, { one: 'Visto hace # h', other: 'Visto hace # h' }),
    seenAt: (time) => `Visto ${atClock(time)}`,
    asleepSince: (day) => `Dormido desde el ${day}`,
    asleepSinceYesterday: 'Dormido desde ayer',
    onlySendsNow: 'Solo envía, ahora aquí',
    onlySendsAt: (time) => `Solo envía, última vez ${atClock(time)}`,
    onlySendsOn: (day) => `Solo envía, última vez el ${day}`,
    onlySendsYesterday: 'Solo envía, última vez ayer',
    lacks: (state, count) => `${state}, ${plural(count, { one: 'le falta #', other: 'le faltan #' })}`,

    behind: (count) => plural(count, { one: 'Le falta #', other: 'Le faltan #' }),
    wasBehind: (count) => plural(count, { one: 'le faltaba #', other: 'le faltaban #' }),
    upToDate: 'Al día',
    wasUpToDate: 'estaba al día',
    online: 'En línea',
    wasOnline: 'Estaba en línea',
    seen: (past) => `Visto ${past}`,
    asLastKnown: 'según lo último que se sabe',
    asOf: (time) => atMoment(time),
  },

  thisDevice: {
    label: 'Este dispositivo',
    upToDate: 'Este dispositivo, al día',
    fetching: 'Este dispositivo, trayendo tus mensajes',
    connecting: 'Este dispositivo, conectando',
    catchingUp: (done, total) => `Poniéndose al día, ${done} de ${total}`,
    offline: 'Sin red',
    workingOffline: 'Trabajando sin conexión',
    serverAway: 'Servidor no disponible',
    signedOut: 'Sesión cerrada',
    removed: 'Quitado',
    withWaiting: (state, count) => `${state}, ${plural(count, { one: '# espera aquí', other: '# esperan aquí' })}`,
    workOffline: 'Trabajar sin conexión',
    settings: 'Ajustes',
    shortcuts: 'Atajos de teclado',
    signOut: 'Cerrar sesión en este dispositivo',
  },
}
