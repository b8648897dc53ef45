/** Minutes after midnight by the clock of the device. The hours go over midnight when `from` is later than `to`. */
export interface QuietHours {
  from: number
  to: number
}

/** Sentences of notifications in the language of the screens. The service worker has none of its own. */
export interface PushWords {
  /** Something came, and could not be fetched. */
  waiting: string
  /** The news was read or deleted on another device before this one was woken. */
  nothing: string
  done: string
  reply: string
}

/** A person wants to be told on this device while the app is closed. It is kept for the worker, too. */
export interface PushChoice {
  /** The address that the server was last told to send to. */
  endpoint: string
  quiet: QuietHours | null
  /** Whether the icon of the installed app carries the number of unread messages. */
  badge: boolean
  words: PushWords
  /** The newest version that a notification has told of. */
  toldUpTo: number
}
