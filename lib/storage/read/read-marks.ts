import type { DeviceStore, ReadPosition } from '../../core/ports.ts'
import { loadState, saveState } from '../load-state.ts'
import type { Line, ReadLine } from '../state.ts'
import type { Transactions } from '../tables.ts'
import { moveRead } from './read-position.ts'

type Marks = Pick<ReadLine, 'readUpTo' | 'confirmed'>

/** Moves and reads the read position. */
export function createReadMarks(
  selfId: string,
  { read, write }: Pick<Transactions, 'read' | 'write'>,
): Pick<DeviceStore, 'readPosition' | 'markRead' | 'confirmRead'> {
  async function change(marksOf: (line: Line) => Marks): Promise<ReadPosition> {
    const isNews = ({ read }: Line, { readUpTo, confirmed }: Marks) =>
      readUpTo !== read.readUpTo || confirmed !== read.confirmed
    // Each hello and each look at the screen asks, and mostly nothing changes, so a read comes first.
    const { present } = await read(loadState)
    if (!isNews(present, marksOf(present))) return positionIn(present)
    return write(async (tables) => {
      const state = await loadState(tables)
      const marks = marksOf(state.present)
      const moved = await moveRead(tables, state.present, marks.readUpTo, selfId)
      const next = { ...state.present, read: { ...moved, confirmed: marks.confirmed } }
      saveState(tables, { ...state, present: next })
      return positionIn(next)
    })
  }

  return {
    readPosition: async () => positionIn((await read(loadState)).present),
    markRead: (version) =>
      change(({ cursor, read: { readUpTo, confirmed } }) => ({
        readUpTo: Math.max(readUpTo, Math.min(version, cursor)),
        confirmed,
      })),
    confirmRead: (readUpTo, head = Number.POSITIVE_INFINITY) =>
      change(({ cursor, read }) => {
        const own = Math.min(read.readUpTo, Math.max(head, cursor))
        return { readUpTo: Math.max(own, readUpTo), confirmed: readUpTo }
      }),
  }
}

const positionIn = ({ cursor, read }: Line): ReadPosition => ({ cursor, ...read })
