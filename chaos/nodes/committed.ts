import pg from 'pg'
import type { Event, LogChange, LoggedMessage } from '../../simulate/history/event.ts'

/** What a user's log holds in the end, as it is in the database. */
export async function readLog(databaseUrl: string, user: string): Promise<LogChange> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const log = (await client.query('SELECT head, floor, digest, floor_digest FROM log WHERE user_id = $1', [user]))
      .rows[0]
    const rows = await client.query('SELECT json, digest FROM message WHERE user_id = $1 ORDER BY version', [user])
    return {
      ...{ user, head: Number(log.head), floor: Number(log.floor) },
      ...{ digest: shown(log.digest), floorDigest: shown(log.floor_digest) },
      added: rows.rows.map(({ json, digest }) => ({ ...seen(json), digest: shown(digest) })),
    }
  } finally {
    await client.end()
  }
}

/**
 * Puts what the database holds in the end where it was first spoken of. Nobody outside can see when it was committed; so that
 * something was told too early is not seen, but that anything that was ever told is missing, or is another, is.
 */
export function withCommits(events: readonly Event[], log: LogChange): Event[] {
  let told = 0
  const commit = (at: number, upTo: number): Event => {
    const added = log.added.slice(told, upTo)
    const from = told
    told = Math.min(upTo, log.head)
    const digest = log.added[told - 1]?.digest ?? log.floorDigest
    return { at, type: 'commit', users: [{ ...log, head: from + added.length, digest, added }], devices: [] }
  }
  const first: Event = {
    at: 0,
    type: 'opened',
    why: 'start',
    users: [{ ...log, head: 0, digest: log.floorDigest, added: [] }],
    devices: [],
  }
  const whole = events.flatMap((it) =>
    spokenOf(it) > told && told < log.head ? [commit(it.at, spokenOf(it)), it] : [it],
  )
  return [first, ...whole, ...(told < log.head ? [commit(whole.at(-1)?.at ?? 0, log.head)] : [])]
}

function spokenOf(event: Event): number {
  if (event.type === 'emitted' && (event.event === 'batch' || event.event === 'hello')) return event.payload.head
  if (event.type !== 'answer' || !event.ok) return 0
  const { head = 0, results = [] } = (event.result ?? {}) as { head?: number; results?: { version?: number }[] }
  return Math.max(head, ...results.map((it) => it.version ?? 0))
}

const shown = (digest: Uint8Array) => Buffer.from(digest).toString('base64url')

function seen(json: string): Omit<LoggedMessage, 'digest'> {
  const { timestamp: _, ...message } = JSON.parse(json)
  return message
}
