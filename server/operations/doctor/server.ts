import { type Check, type Finding, message } from './finding.ts'

const PATIENCE_MS = 10_000

/** Checks whether a server answers at `url` and is ready. @param absent how bad it is when none does. */
export function checkServer(part: string, url: string, absent: 'warn' | 'bad', todo: string): Check {
  return async (): Promise<Finding[]> => {
    try {
      const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'manual' })
      const said = (await answer.json().catch(() => null)) as { status?: string; error?: { message: string } } | null
      if (said?.status === 'ready') return [{ state: 'ok', part, says: `${url} is ready` }]
      if (said?.status === 'not ready')
        return [{ state: 'bad', part, says: `${url} is not ready: ${said.error?.message}` }]
      return [{ state: 'bad', part, says: `${url}/readyz answers ${answer.status}, and not as Roost does`, todo }]
    } catch (error) {
      return [{ state: absent, part, says: `${url} does not answer (${reason(error)})`, todo }]
    }
  }
}

/** fetch hides the reason in `cause`, and says only `fetch failed`. */
export function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (cause as { code?: string }).code ?? message(cause)
}
