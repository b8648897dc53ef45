import { type IDBPDatabase, openDB } from 'idb'
import type { Batch } from '../../lib/protocol/batch.ts'
import type { Message } from '../../lib/protocol/message.ts'

/** The limits of a catch-up, in a page: fetch, parse, write; no checks, no acknowledgements, nothing drawn. */

declare global {
  var storePages: (bodies: number) => Promise<number>
  var storeRecords: (bodies: number) => Promise<number>
}

type Write = (db: IDBPDatabase, messages: readonly Message[]) => Promise<void>

/** ms; the next body is on its way while the last one is written. */
async function fetchAndStore(bodies: number, write: Write): Promise<number> {
  const db = await openDB('limit', 1, {
    upgrade: (it) => void it.createObjectStore('messages', { keyPath: 'version' }),
  })
  const began = performance.now()
  let next = fetchBody(0)
  for (let n = 1; n <= bodies; n++) {
    const { messages } = await next
    if (n < bodies) next = fetchBody(n)
    await write(db, messages)
  }
  const took = performance.now() - began
  db.close()
  return took
}

async function fetchBody(n: number): Promise<Batch> {
  return (await fetch(`/${n}`, { cache: 'no-store' })).json()
}

globalThis.storePages = (bodies) =>
  fetchAndStore(bodies, async (db, messages) => {
    const tx = db.transaction('messages', 'readwrite', { durability: 'strict' })
    for (let from = 0; from < messages.length; from += 1_000) {
      const page = messages.slice(from, from + 1_000)
      void tx.store.put({ version: page[0]?.version, messages: page })
    }
    tx.commit()
    await tx.done
  })

globalThis.storeRecords = (bodies) =>
  fetchAndStore(bodies, async (db, messages) => {
    const tx = db.transaction('messages', 'readwrite', { durability: 'strict' })
    for (const message of messages) void tx.store.put(message)
    tx.commit()
    await tx.done
  })
