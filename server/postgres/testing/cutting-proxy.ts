import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** `before`: the server never gets the commit. `after`: it commits, and nobody hears of it. */
export type Cut = 'before' | 'after'

export interface CuttingProxy {
  /** The same database, through the proxy. */
  url: string
  /** For the next transaction that commits, or for the next append that is a statement by itself. */
  arm(cut: Cut, commits?: keyof typeof signs): void
  /** Whether a cut was made since it was armed. */
  hasCut(): boolean
}

/** What `pg` sends, and what says that it was carried out: COMMIT as a simple query, or a prepared statement bound by its name. */
const signs = {
  transaction: { sent: 'COMMIT\0', done: 'COMMIT\0' },
  append: { sent: '\0append\0', done: 'SELECT 1\0' },
}

/** Stands between a store and PostgreSQL, and cuts the connection that commits. Ends with the test. */
export async function startCuttingProxy(database: string): Promise<CuttingProxy> {
  const target = new URL(database)
  const open = new Set<Socket>()
  let armed: Cut | undefined
  let sign = signs.transaction
  let cut = false

  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname)
    let dying = false
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', end).on('close', end)
    }
    client.on('data', (chunk) => {
      if (armed !== undefined && chunk.includes(sign.sent)) {
        const how = armed
        armed = undefined
        cut = true
        if (how === 'before') return end()
        dying = true
      }
      upstream.write(chunk)
    })
    // Its answer says that the commit has been carried out: now it is lost.
    upstream.on('data', (chunk) => (dying && chunk.includes(sign.done) ? end() : client.write(chunk)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })

  const url = new URL(database)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    arm(how, commits = 'transaction') {
      armed = how
      sign = signs[commits]
      cut = false
    },
    hasCut: () => cut,
  }
}
