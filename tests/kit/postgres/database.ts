import { randomUUID } from 'node:crypto'
import { servers } from '../../../scripts/test/cluster-servers.mjs'
import { runSql } from './run-sql.ts'

export interface OwnDatabase extends AsyncDisposable {
  url: string
}

/** Makes an empty database on the machine's PostgreSQL, and drops it when it is disposed of, also while it is in use. */
export async function createDatabase(encoding = 'UTF8'): Promise<OwnDatabase> {
  const server = servers.TEST_DATABASE_URL
  const name = `roost_test_${randomUUID().replaceAll('-', '')}`
  await runSql(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`)
  return {
    url: Object.assign(new URL(server), { pathname: name }).href,
    async [Symbol.asyncDispose]() {
      await runSql(server, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}
