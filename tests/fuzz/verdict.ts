import { setTimeout as later } from 'node:timers/promises'
import type { Held } from './probe.ts'
import type { Target } from './target.ts'

const MIB = 1024 * 1024
/** Caches and the collector's own moods; what leaks with every input is far above, with thousands of inputs. */
const ROOM = { heapUsed: 8 * MIB, external: 8 * MIB, rss: 160 * MIB, sockets: 0, descriptors: 2 }
/** Above the patience of the server with a body that drips, see front.ts. */
const LONGEST_MS = 180_000

/** Waits until the server holds no more than `before`, or until it has had long enough, and returns the figures. */
export async function settled(target: Target, before?: Held): Promise<Held> {
  const until = performance.now() + LONGEST_MS
  for (let last: Held | undefined; ; await later(500)) {
    const held = await target.held()
    const isQuiet = before ? holdsMore(before, held).length === 0 : last?.sockets === held.sockets
    if (isQuiet || performance.now() > until) return held
    last = held
  }
}

export function holdsMore(before: Held, after: Held): string[] {
  return Object.entries(ROOM).flatMap(([what, room]) => {
    const [was, is] = [before[what as keyof Held], after[what as keyof Held]]
    return is > was + room ? [`${what} went from ${was} to ${is}`] : []
  })
}

const ERROR_LEVEL = 50

/** Lists log lines of level error, and output that is no log line: a stack, a warning of Node. */
export function logComplaints(lines: readonly string[]): string[] {
  const complaints = lines.filter((line) => {
    try {
      return (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL
    } catch {
      return true
    }
  })
  return [...new Set(complaints.map((it) => `log: ${it.replace(/"time":"[^"]*",?/, '').slice(0, 1_000)}`))].slice(0, 10)
}
