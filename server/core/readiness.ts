import { RoostError } from '../../lib/protocol/error.ts'

/** A service that this server depends on. */
export interface Part {
  name: string
  /** Without a needed part the server can serve nothing. Without another part it is slower, or tells less. */
  needed: boolean
  /** @throws the reason why it does not work. */
  check(): Promise<void>
}

export interface Missing {
  part: string
  /** For anybody to read: no address, no secret. */
  why: string
}

/** A part that answers later counts as missing. */
const PATIENCE_MS = 2_000

/** Checks all parts at once. `failed` gets each full error, for the log. */
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
