/** What one look found. `bad`: Roost does not work, or will not for long; `warn`: it works, and somebody should know. */
export interface Finding {
  state: 'ok' | 'warn' | 'bad'
  part: string
  says: string
  /** What the operator does about it. */
  todo?: string
}

/** Never rejects, never changes anything, comes to an end within seconds (a large database within a minute or so). */
export type Check = () => Promise<Finding[]>

export function report(findings: readonly Finding[]): { lines: string[]; exitCode: 0 | 1 } {
  const lines = findings.map(({ state, part, says, todo }) => {
    return `${state.padEnd(4)}  ${part.padEnd(13)}  ${says}${todo ? ` → ${todo}` : ''}`
  })
  return { lines, exitCode: findings.some((it) => it.state === 'bad') ? 1 : 0 }
}

export const message = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')
