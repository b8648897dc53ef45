import { type IDBPDatabase, openDB } from 'idb'
import { io } from 'socket.io-client'

/** The limit of the live way, in a page: takes what the relay sends and writes it; nothing is checked, folded or drawn. */

export interface Relayed {
  /** 1, 2, 3 … */
  version: number
  content: string
}

declare global {
  /** Resolves when it is connected. */
  var listen: (url: string) => Promise<void>
  /** As the recorder of the app keeps them: what was durable, and when. */
  var commits: [number, number][]
}

globalThis.commits = []

globalThis.listen = async (url) => {
  const db = await openDB('limit', 1, {
    upgrade(it) {
      it.createObjectStore('messages', { keyPath: 'version' })
      it.createObjectStore('meta', { keyPath: 'name' })
    },
  })
  let waiting: Relayed[] = []
  let writing = false
  async function write(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const messages = waiting
      waiting = []
      await store(db, messages)
    }
    writing = false
  }
  const socket = io(url, { transports: ['websocket'] })
  socket.on('batch', (message: Relayed) => {
    waiting.push(message)
    if (!writing) void write()
  })
  await new Promise<void>((resolve) => socket.on('hello', () => resolve()))
}

/** Messages and cursor in one transaction, as the app has them; what arrives meanwhile shares the next. */
async function store(db: IDBPDatabase, messages: readonly Relayed[]): Promise<void> {
  const tx = db.transaction(['messages', 'meta'], 'readwrite', { durability: 'strict' })
  const cursor = messages.at(-1)?.version ?? 0
  for (const message of messages) void tx.objectStore('messages').put(message)
  void tx.objectStore('meta').put({ name: 'state', cursor })
  tx.commit()
  await tx.done
  commits.push([cursor, performance.timeOrigin + performance.now()])
}
