import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** Linux counts in hundredths of a second in `/proc`, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100

/**
 * Seconds of processor time of a whole PostgreSQL server: all of its processes, those that have ended, too, so that nothing else
 * may use it meanwhile. undefined: it does not run on this machine, or not on Linux.
 */
export async function postgresCpu(url: string): Promise<(() => number) | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid')
  const own = read(rows[0].pid)
  await client.end()
  if (own?.name !== 'postgres') return undefined
  const { parent } = own
  return () => {
    const processes = readdirSync('/proc').flatMap((it) => (/^\d+$/.test(it) ? (read(it) ?? []) : []))
    const children = processes.filter((it) => it.parent === parent)
    return (children.reduce((sum, it) => sum + it.ticks, 0) + (read(parent)?.ticksWithEnded ?? 0)) / TICKS_A_SECOND
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; undefined: there is no such process (any more). */
function read(pid: number | string) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [open, close] = [text.indexOf('('), text.lastIndexOf(')')]
    const fields = text
      .slice(close + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15)
    const ticks = user + system
    return {
      name: text.slice(open + 1, close),
      parent: fields[1] ?? 0,
      ticks,
      ticksWithEnded: ticks + endedUser + endedSystem,
    }
  } catch {
    return undefined
  }
}
