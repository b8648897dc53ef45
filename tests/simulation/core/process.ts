/**
 * A tab or a service worker, as far as it can be stopped. Everything that reaches its code from outside (a timer, an answer,
 * a finished transaction) comes through `enter`: so it can be frozen and killed between any two of its steps.
 */
export interface Process {
  readonly name: string
  isAlive(): boolean
  isFrozen(): boolean
  /** Runs `run` inside: not at all if the process is dead, later if it is frozen. */
  enter(run: () => void): void
  /** Runs one step of its code. Returns whether the process is still alive. */
  step(): boolean
  /** A promise as the process sees it: one that was killed never hears of it. */
  hear<T>(promise: Promise<T>): Promise<T>
  kill(): void
  freeze(): void
  thaw(): void
  /** To be killed at its n-th step from now. */
  killAfter(steps: number): void
  onKill(run: () => void): void
}

export function createProcess(name: string): Process {
  let state: 'running' | 'frozen' | 'dead' = 'running'
  let held: (() => void)[] = []
  let left = Number.POSITIVE_INFINITY
  const mourners: (() => void)[] = []

  const it: Process = {
    name,
    isAlive: () => state !== 'dead',
    isFrozen: () => state === 'frozen',
    step() {
      if (state === 'dead') return false
      left--
      if (left < 0) it.kill()
      return state !== ('dead' as string)
    },
    enter(run) {
      if (state === 'dead') return
      if (state === 'frozen') held.push(run)
      else if (it.step()) run()
    },
    hear: (promise) =>
      new Promise((resolve, reject) => {
        promise.then(
          (value) => it.enter(() => resolve(value)),
          (error) => it.enter(() => reject(error)),
        )
      }),
    kill() {
      if (state === 'dead') return
      state = 'dead'
      held = []
      for (const run of mourners) run()
    },
    freeze() {
      if (state === 'running') state = 'frozen'
    },
    thaw() {
      if (state !== 'frozen') return
      state = 'running'
      const due = held
      held = []
      for (const run of due) it.enter(run)
    },
    killAfter(steps) {
      left = steps
    },
    onKill: (run) => void mourners.push(run),
  }
  return it
}
