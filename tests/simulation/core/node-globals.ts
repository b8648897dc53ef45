import type { Scheduler } from './scheduler.ts'

type Timer = { cancel: () => void; ref(): Timer; unref(): Timer; hasRef(): boolean }

/**
 * Replaces Node's timers, which the server uses (group commit, notifier, pump), by the simulated time.
 * `isAlive` answers for the process that asks: timers of a server that has crashed since are never run. Returns undo.
 */
export function installNodeGlobals(scheduler: Scheduler, incarnation: () => number): () => void {
  const real = {
    setImmediate: globalThis.setImmediate,
    clearImmediate: globalThis.clearImmediate,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
  }

  function timer(ms: number, run: () => void): Timer {
    const mine = incarnation()
    const cancel = scheduler.after(ms, () => {
      if (incarnation() === mine) run()
    })
    const it: Timer = { cancel, ref: () => it, unref: () => it, hasRef: () => false }
    return it
  }
  const clear = (it: Timer | undefined) => it?.cancel()

  Object.assign(globalThis, {
    setImmediate: (run: (...args: unknown[]) => void, ...args: unknown[]) => timer(0, () => run(...args)),
    setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => timer(ms, () => run(...args)),
    clearImmediate: clear,
    clearTimeout: clear,
  })
  Object.defineProperty(performance, 'now', { value: scheduler.now, configurable: true, writable: true })
  return () => {
    Object.assign(globalThis, real)
    // The property of the object hides the method of its class.
    Reflect.deleteProperty(performance, 'now')
  }
}
