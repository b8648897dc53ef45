import pg from 'pg'
import type { Event, LogChange, LoggedMessage } from '../../simulation/history/event.ts'

/** Reads a user's log from the database. */
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

/** The log with what retention has removed from it: `before` is what it held before. */
export function withRemoved(log: LogChange, before: LogChange | undefined): LogChange {
  if (!before) return log
  const { floor, floorDigest } = before
  const added = [...before.added.filter((it) => it.version <= log.floor), ...log.added]
  return { ...log, floor, floorDigest, added }
}

/**
 * Adds a commit for every message of the log, at the moment when a server first spoke of it. The moment of the
 * real commit is not visible from outside: the checker cannot see that a server told of it too early, but sees a message that is missing or
 * changed. The last of `logs` is the log at the end; the others are those that a fail-over replaced, see `opened` events. A
 * `commit` among the events is one of retention.
 */
export function withCommits(events: readonly Event[], logs: readonly LogChange[]): Event[] {
  const whole: Event[] = []
  const [first, ...later] = logs
  if (!first) return []
  let log = first
  let { floor } = first
  let head = 0
  let { floorDigest: digest } = first
  function commit(at: number, upTo: number): void {
    const to = Math.min(upTo, log.head)
    if (to <= head) return
    const added = log.added.filter(({ version }) => version > head && version <= to)
    digest = added.at(-1)?.digest ?? log.digest
    head = to
    whole.push({ at, type: 'commit', users: [{ ...log, floor, head, digest, added }], devices: [] })
  }
  const empty = { ...first, head: 0, digest: first.floorDigest, added: [] }
  whole.push({ at: 0, type: 'opened', why: 'start', users: [empty], devices: [] })
  for (const event of events) {
    if (event.type === 'opened') {
      commit(event.at, log.head)
      log = later.shift() ?? log
      const [now] = event.users
      head = now?.head ?? 0
      digest = now?.digest ?? digest
      whole.push(event)
    } else if (event.type === 'commit') {
      commit(event.at, event.users[0]?.floor ?? 0)
      floor = event.users[0]?.floor ?? floor
      // Since it was read for this event, more may have been spoken of.
      whole.push({ ...event, users: event.users.map((it) => ({ ...it, head, digest })) })
    } else {
      commit(event.at, spokenOf(event, log))
      whole.push(event)
    }
  }
  commit(events.at(-1)?.at ?? 0, log.head)
  return whole
}

function spokenOf(event: Event, log: LogChange): number {
  // A device stores only what a server told it. The recorder may have left that push out, see `createLateRecorder`.
  if (event.type === 'stored') return log.added.find((it) => it.digest === event.present.digest)?.version ?? 0
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
