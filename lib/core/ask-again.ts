import type { Clock } from './ports.ts'

export interface AskAgainDeps {
  clock: Clock
  /** Answers when it wants to be asked again, in ms since the epoch; null: no more. */
  ask: () => Promise<number | null>
  /** After each answer, unless a later question or `stop` came first. */
  answered: () => void
  failed: (error: unknown) => void
}

export interface AskAgain {
  /** Asks at once, and by itself when the answer says so. A question under way loses its effect. */
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
