import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { servers } from '../../scripts/cluster-servers.mjs'

export interface TemporaryDatabase extends AsyncDisposable {
  url: string
}

/** A PostgreSQL database of its own, dropped when disposed of. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const url = new URL(servers.TEST_DATABASE_URL)
  const name = `roost_bench_${randomUUID().replaceAll('-', '')}`
  await ask(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`)
  url.pathname = name
  return { url: url.href, [Symbol.asyncDispose]: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function ask(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: servers.TEST_DATABASE_URL })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
