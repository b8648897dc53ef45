/** A command of `npm run roost --`. Its file loads nothing heavy before `run`, so that help comes at once. */
export interface Command {
  name: string
  /** For the list of commands. */
  summary: string
  /**
   * Each way to call it, in the notation that help shows: `delete EMAIL`, `[FILE]`, `[--release]`. Lower case is typed as it
   * is, upper case stands for a value, brackets mean that it may be left out. Calls are checked against these.
   */
  usages: readonly string[]
  about: string
  /** Each value and option of the usages, and what it means. */
  options: Readonly<Record<string, string>>
  /** Arguments, with settings before them if need be, and what they do. */
  examples: readonly (readonly [call: string, does: string])[]
  /** Other meanings of exit codes than 0 done, 1 failed, 2 called in a wrong way. */
  exitCodes?: Readonly<Record<number, string>>
  run(call: Call): void | Promise<void>
}

export interface Call {
  /** The words and values as they were typed, without options. */
  args: readonly string[]
  options: ReadonlySet<string>
}

export const ROOST = 'npm run roost --'

/** The operator called a command in a way that it does not know. */
export class UsageError extends Error {}
