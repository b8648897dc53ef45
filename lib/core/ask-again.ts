import type { Clock } from './ports.ts'

export interface AskAgainDeps {
  clock: Clock
  /** Resolves to the time of the next question, in ms since the epoch; null ends the questions. */
  ask: () => Promise<number | null>
  /** Called after each answer, unless a later question or `stop` came first. */
  answered: () => void
  failed: (error: unknown) => void
}

export interface AskAgain {
  /** Asks at once, and later by itself when the answer says so. A question still running loses its effect. */
  now(): void
  stop(): void
}

/** Repeats a question whose answer names the time of the next one. */
export function createAskAgain({ clock, ask, answered, failed }: AskAgainDeps): AskAgain {
  let cancel = () => {}
  let latest = 0

  async function run(mine: number): Promise<void> {
    const next = await ask()
    if (mine !== latest) return
    answered()
    if (next !== null) cancel = clock.after(Math.max(0, next - clock.now()), now)
  }

  function now(): void {
    cancel()
    cancel = () => {}
    const mine = ++latest
    run(mine).catch((error) => mine === latest && failed(error))
  }

  return {
    now,
    stop() {
      latest++
      cancel()
    },
  }
}
