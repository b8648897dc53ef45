import { RoostError } from '../../lib/protocol/error.ts'

/** Something that this server stands on. */
export interface Part {
  name: string
  /** Without it nothing can be served; without one that is not needed the server is slower, or tells less. */
  needed: boolean
  /** @throws what is wrong. */
  check(): Promise<void>
}

export interface Missing {
  part: string
  /** In words that anybody may read: no address, no secret. */
  why: string
}

/** Who answers later than this might as well not. */
const PATIENCE_MS = 2_000

/** Asks every part at once. `failed` hears of what is wrong in full, for the log. */
export async function readiness(
  parts: readonly Part[],
  failed: (part: string, error: unknown) => void,
  patienceMs = PATIENCE_MS,
): Promise<{ ready: boolean; missing: Missing[] }> {
  let ready = true
  const asked = parts.map(async ({ name, needed, check }): Promise<Missing[]> => {
    try {
      await within(patienceMs, check())
      return []
    } catch (error) {
      failed(name, error)
      if (needed) ready = false
      return [{ part: name, why: error instanceof RoostError ? error.message : `the ${name} does not answer` }]
    }
  })
  const missing = (await Promise.all(asked)).flat()
  return { ready, missing }
}

async function within(ms: number, answer: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms)
  try {
    await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
