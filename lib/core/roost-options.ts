/** Where a program's Roost is, and under which names it keeps its things. */
export interface RoostOptions {
  /** The server's origin; '' is the origin of the page. */
  serverUrl: string
  /** Databases, locks, channels and sync tags begin with it, so that two programs of one origin stay apart. */
  namespace: string
}

/** The app's own. Existing devices have their storage under this namespace. */
export const defaultOptions: RoostOptions = { serverUrl: '', namespace: 'roost' }
