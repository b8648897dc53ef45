/** The result of one check. `bad`: Roost does not work, or will not for long; `warn`: it works, and the operator should know. */
export interface Finding {
  state: 'ok' | 'warn' | 'bad'
  part: string
  says: string
  /** The operator's next step. */
  todo?: string
}

/** Never rejects, changes nothing, and ends within seconds (a large database within a minute or so). */
export type Check = () => Promise<Finding[]>

export function report(findings: readonly Finding[]): { lines: string[]; exitCode: 0 | 1 } {
  const lines = findings.map(({ state, part, says, todo }) => {
    return `${state.padEnd(4)}  ${part.padEnd(13)}  ${says}${todo ? ` → ${todo}` : ''}`
  })
  return { lines, exitCode: findings.some((it) => it.state === 'bad') ? 1 : 0 }
}

export const message = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ')
