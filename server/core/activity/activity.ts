import type { Activity } from '../../../lib/protocol/activity.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import type { MotherDeps } from '../deps.ts'

const LISTED = 200
/** The calls that every device is told of look back so far, over so many notes. */
const NEWS = { ms: 7 * 24 * 60 * 60_000, notes: 20 }

/** An agent is what a program calls itself, so it may be anything. */
const AGENT_LENGTH = 300

export type Happened = Omit<Activity, 'id' | 'at'>

export interface ActivityList {
  /** Never rejects: a full disk must not keep a person from removing a device. */
  note(userId: string, what: Happened, again?: Pick<Activity, 'id' | 'at'>): Promise<Pick<Activity, 'id' | 'at'>>
  /** Newest first. */
  list(userId: string): Promise<Activity[]>
  /** The part that every device of the user should say: removals, and texts deleted in bulk. Newest first. */
  news(userId: string): Promise<Activity[]>
}

type Deps = Pick<MotherDeps, 'store' | 'now' | 'randomBytes' | 'onError'>

export function createActivityList({ store, now, randomBytes, onError }: Deps): ActivityList {
  const read = async (userId: string, limit: number) =>
    (await store.notes(userId, limit)).map((json) => JSON.parse(json) as Activity)

  return {
    async note(userId, { agent, ...what }, again) {
      const at = now()
      const { id } = again ?? { id: uuidV7(at, randomBytes(16)) }
      const note: Activity = { id, at, ...what, ...(agent && { agent: agent.slice(0, AGENT_LENGTH) }) }
      await store.note(userId, { id, at, json: JSON.stringify(note) }).catch(onError)
      return { id, at }
    },
    list: (userId) => read(userId, LISTED),
    async news(userId) {
      const from = now() - NEWS.ms
      const notes = await read(userId, NEWS.notes)
      return notes.filter((it) => it.at > from && (it.what === 'removed' || it.what === 'deleted'))
    },
  }
}
