/** npm passes Ctrl-C on to a server that has heard it from the terminal. A second one that a person means comes later. */
const ECHO_MS = 1_000
const LOOK_MS = 500

/**
 * Calls `stop` on SIGTERM, SIGINT and SIGHUP, again on each repetition, and once when a launcher has gone: npm, its shell
 * and the starter take no server with them when they are killed, and it would go on holding the port and the data.
 * @param launchers process ids, the parent first; empty: the server stands alone and hears every signal as meant.
 */
export function onStopSignal(launchers: readonly number[], stop: (signal: string) => void): void {
  let last = Number.NEGATIVE_INFINITY
  const told = (signal: string) => {
    clearInterval(timer)
    const now = performance.now()
    if (launchers.length > 0 && now - last < ECHO_MS) return
    last = now
    stop(signal)
  }
  const look = () => {
    if (!launchers.every(isRunning)) told('a launcher has gone')
  }
  const timer = launchers.length > 0 ? setInterval(look, LOOK_MS).unref() : undefined
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, told)
}

/** From the argument `--end-with=12,34`, which scripts/start.mjs writes. */
export function launchersIn(args: readonly string[]): number[] {
  const [, ids = ''] = args.find((it) => it.startsWith('--end-with='))?.split('=') ?? []
  return ids.split(',').filter(Boolean).map(Number)
}

/** A parent that has gone may linger as a zombie: its children have another parent by then. */
function isRunning(pid: number, place: number): boolean {
  if (place === 0 && process.ppid !== pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
