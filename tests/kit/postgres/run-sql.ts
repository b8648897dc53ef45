import pg from 'pg'

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: url })
  // A server that goes away rejects the statement; without this it would also end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql, values)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
