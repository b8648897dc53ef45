import { ACTIVITY_PAGE, type Activity } from '../../../lib/protocol/activity.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import type { MotherDeps } from '../deps.ts'
import type { Asker } from '../mother.ts'

/** The calls that every device is told of look back so far, over so many notes. */
const NEWS = { ms: 7 * 24 * 60 * 60_000, notes: 20 }

/** An agent is what a program calls itself, so it may be anything. */
const AGENT_LENGTH = 300

/** As the store has it. `streak`: what the notes of one streak have in common; it does not leave the server. */
export type Note = Activity & { streak?: string }
export type Happened = Omit<Note, 'id' | 'at'>

export interface ActivityList {
  /** Never rejects: a full disk must not keep a person from removing a device. */
  note(userId: string, what: Happened, again?: Pick<Note, 'id'>): Promise<Note>
  /** The newest note of a streak, unless it is older than `since` (ms since the epoch). Never rejects. */
  findStreak(userId: string, streak: string, since: number): Promise<Note | undefined>
  /** A page, newest first: events before `before`, or the newest. */
  list(userId: string, by?: Asker, before?: string): Promise<Activity[]>
  /** The part that every device of the user should say: removals, and texts deleted in bulk. Newest first. */
  news(userId: string): Promise<Activity[]>
}

type Deps = Pick<MotherDeps, 'store' | 'now' | 'randomBytes' | 'onError'>

export function createActivityList({ store, now, randomBytes, onError }: Deps): ActivityList {
  const stored = async (userId: string, limit: number, by?: Asker, before?: string) =>
    (await store.notes(userId, limit, by, before)).map((json) => JSON.parse(json) as Note)
  const read = async (userId: string, limit: number, by?: Asker, before?: string): Promise<Activity[]> =>
    (await stored(userId, limit, by, before)).map(({ streak: _, ...it }) => it)

  return {
    async note(userId, { agent, ...what }, again) {
      const at = now()
      const { id } = again ?? { id: uuidV7(at, randomBytes(16)) }
      const note: Note = { id, at, ...what, ...(agent && { agent: agent.slice(0, AGENT_LENGTH) }) }
      await store.note(userId, { id, at, json: JSON.stringify(note) }).catch(onError)
      return note
    },
    async findStreak(userId, streak, since) {
      try {
        const all = await stored(userId, ACTIVITY_PAGE)
        return all.find((it) => it.streak === streak && it.at >= since)
      } catch (error) {
        onError(error)
        return undefined
      }
    },
    list: (userId, by, before) => read(userId, ACTIVITY_PAGE, by, before),
    async news(userId) {
      const from = now() - NEWS.ms
      const notes = await read(userId, NEWS.notes)
      return notes.filter((it) => it.at > from && (it.what === 'removed' || it.what === 'deleted'))
    },
  }
}
