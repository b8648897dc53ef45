import type { Client } from 'pg'
import { migrate } from '../../postgres/database/migrate.ts'
import { beginMove, unfinishedMove } from '../../postgres/database/unfinished-move.ts'

/**
 * Makes sure that this database is empty, or holds an earlier try to move from the same source, and that no server runs on
 * it; from here on none can start.
 * @param mayBegin throws when a new move must not begin.
 * @throws Error with one line for the operator.
 */
export async function takeTarget(
  client: Client,
  source: string,
  mayBegin: () => void = () => {},
): Promise<'empty' | 'begun'> {
  const begun = await unfinishedMove(client)
  if (begun !== null && begun !== source) {
    throw new Error(
      `DATABASE_URL: a move from ${begun} to this database was begun; finish that one, or name an empty database`,
    )
  }
  const serving = await client.query(
    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'roost' LIMIT 1",
  )
  if (serving.rows.length > 0) throw new Error('DATABASE_URL: a Roost runs on this database; stop it first')
  if (begun === null) {
    await refuseOthers(client)
    mayBegin()
    await beginMove(client, source)
  }
  await migrate(client)
  return begun === null ? 'empty' : 'begun'
}

async function refuseOthers(client: Client): Promise<void> {
  const { rows } = await client.query('SELECT tablename FROM pg_tables WHERE schemaname = current_schema()')
  const there = rows.map((row) => row.tablename as string)
  if (there.length > 0 && !there.includes('roost_schema')) {
    throw new Error('DATABASE_URL: this database holds something else; name an empty one')
  }
  for (const table of ['log', 'user'].filter((it) => there.includes(it))) {
    const some = await client.query(`SELECT 1 FROM "${table}" LIMIT 1`)
    if (some.rows.length > 0) throw new Error('DATABASE_URL: this database holds a Roost already; name an empty one')
  }
}
