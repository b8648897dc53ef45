import type { Histogram } from '@prometheus-io/client'

type AsyncCall = (...args: never[]) => Promise<unknown>
type CallsOf<T> = { [K in keyof T & string]: T[K] extends AsyncCall ? K : never }[keyof T & string]

/** Wraps a port: notes in `seconds` how long each of these calls takes, failed ones as well. */
export function timed<T extends object>(port: T, calls: readonly CallsOf<T>[], seconds: Histogram<'call'>): T {
  const measured = { ...port }
  for (const call of calls) {
    const { observe } = seconds.labels(call)
    const run = port[call] as (...args: unknown[]) => Promise<unknown>
    const measuredCall = async (...args: unknown[]) => {
      const began = performance.now()
      try {
        return await run(...args)
      } finally {
        observe((performance.now() - began) / 1000)
      }
    }
    measured[call] = measuredCall as T[typeof call]
  }
  return measured
}
