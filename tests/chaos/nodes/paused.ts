import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { runSql } from '../../kit/postgres/run-sql.ts'
import type { NodeFault } from './fault.ts'
import type { NodesWorld } from './world.ts'

const LOOK_MS = 20
const WAITS = `SELECT query FROM pg_stat_activity WHERE application_name = $1 AND wait_event_type = 'Lock'`
const STANDS = `SELECT FROM pg_stat_activity WHERE application_name = $1 AND state = 'idle in transaction'`

/**
 * Freezes a node in the middle of a send, while it holds the row of its user. Its device is not told, and has to find
 * another node by itself.
 */
export function pauseInMiddle({ nodes, devices, user }: NodesWorld, databaseUrl: string): NodeFault {
  const [, node, next] = nodes
  const [, device] = devices
  if (!node || !next || !device) throw new Error('there are not three nodes')
  const { name, toDatabase, freeze, thaw } = node

  async function until(sql: string): Promise<{ query?: string }> {
    for (;;) {
      const [found] = await runSql(databaseUrl, sql, [name])
      if (found) return found
      await wait(LOOK_MS)
    }
  }

  /** Lets the node wait for the row in a transaction, then get it without hearing so. */
  async function leaveOpen(): Promise<boolean> {
    const holder = new pg.Client({ connectionString: databaseUrl })
    await holder.connect()
    try {
      await holder.query('BEGIN')
      await holder.query('SELECT FROM log WHERE user_id = $1 FOR UPDATE', [user])
      const { query } = await until(WAITS)
      // A send that is one statement leaves no transaction open.
      if (!query?.startsWith('SELECT')) return false
      toDatabase.stall('down')
    } finally {
      await holder.end()
    }
    await until(STANDS)
    return true
  }

  return {
    name: 'a node paused in the middle of a send',
    async begin() {
      while (!(await leaveOpen())) await wait(LOOK_MS)
      freeze()
      toDatabase.clear()
      device.aimAt(next)
    },
    end: thaw,
  }
}
