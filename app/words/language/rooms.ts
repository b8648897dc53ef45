import type { Catalog } from './catalog.ts'

/** The rooms of a language: a file for each, with these subjects. */
export interface Rooms {
  inbox: Pick<
    Catalog,
    | 'actions'
    | 'back'
    | 'composer'
    | 'content'
    | 'delivery'
    | 'files'
    | 'message'
    | 'onlyHere'
    | 'receivers'
    | 'refusals'
    | 'search'
    | 'timeline'
  >
  devices: Pick<Catalog, 'activity' | 'devices' | 'navigation' | 'presence' | 'thisDevice'>
  start: Pick<Catalog, 'entry' | 'lan' | 'naming' | 'welcome'>
  settings: Pick<Catalog, 'account' | 'admin' | 'bin' | 'install' | 'notices' | 'settings' | 'transfer'>
  general: Pick<
    Catalog,
    'check' | 'connection' | 'dialogs' | 'opening' | 'problems' | 'shortcuts' | 'status' | 'time' | 'waits'
  >
}
