/** Where a program finds its server, and how it names its stored data. */
export interface RoostOptions {
  /** The server's origin; '' is the origin of the page. */
  serverUrl: string
  /** Databases, locks, channels and sync tags begin with it, so that two programs on one origin stay apart. */
  namespace: string
}

/** The app's own namespace. Existing devices have their storage under it. */
export const defaultOptions: RoostOptions = { serverUrl: '', namespace: 'roost' }
