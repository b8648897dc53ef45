import pg from 'pg'

export interface Inserts {
  /** Stores `count` messages of each user, so many to a transaction, and resolves when the last is committed. */
  run(count: number, group: number): Promise<void>
  close(): Promise<void>
}

interface Rows {
  contents: readonly string[]
  ids: readonly string[]
}

const MESSAGES = `INSERT INTO message SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[],
  $7::bigint[], $8::text[], $9::bytea[], $10::bytea[], $11::bigint[], $12::boolean[], $13::integer[], $14::text[])`
const VISIBLE = `INSERT INTO visible SELECT $1, 'all', * FROM unnest($2::bigint[])`

/**
 * Inserts the rows that Roost would store, and does nothing else: no versions, no look-ups, no digests. Each user has a
 * connection; a transaction is two prepared statements that travel together.
 */
export async function openInserts(
  connectionString: string,
  users: number,
  rows: (count: number) => Rows,
): Promise<Inserts> {
  const clients = await Promise.all(
    Array.from({ length: users }, async () => {
      const client = new pg.Client({ connectionString, pipeline: true })
      await client.connect()
      return client
    }),
  )
  const heads = clients.map(() => 0)
  const digest = Buffer.alloc(16)
  const hash = Buffer.alloc(32)

  async function insert(client: pg.Client, n: number, { contents, ids }: Rows) {
    const version = contents.map((_, k) => (heads[n] ?? 0) + k + 1)
    heads[n] = (heads[n] ?? 0) + contents.length
    const all = <T>(value: T) => contents.map(() => value)
    const [sender] = ids
    const json = contents.map((content, k) =>
      JSON.stringify({
        version: version[k],
        messageId: ids[k],
        senderDeviceId: sender,
        receiverDeviceId: 'all',
        kind: 'post',
        contentType: 'text/plain',
        content,
        timestamp: 1,
      }),
    )
    const values = [
      `user ${n}`,
      version,
      ids,
      all(sender),
      all('all'),
      all('post'),
      all(null),
      all(null),
      all(hash),
      all(digest),
      all(1),
      all(false),
      contents.map((it) => Buffer.byteLength(it)),
      json,
    ]
    await Promise.all([
      client.query('BEGIN'),
      client.query({ name: 'messages', text: MESSAGES, values }),
      client.query({ name: 'visible', text: VISIBLE, values: [`user ${n}`, version] }),
      client.query('COMMIT'),
    ])
  }

  return {
    async run(count, group) {
      const insertAll = async (client: pg.Client, n: number) => {
        for (let sent = 0; sent < count; sent += group) await insert(client, n, rows(Math.min(group, count - sent)))
      }
      await Promise.all(clients.map(insertAll))
    },
    async close() {
      await Promise.all(clients.map((it) => it.end()))
    },
  }
}
