/** A bug that is planted on purpose, and the check that has to turn red. */
export interface Mutant {
  what: string
  /** The id of a check. */
  check: string
  /** From the project's folder. */
  file: string
  /** Stands exactly once in the file. */
  find: string
  /** Takes its place. In a server `BUG` is a condition: whether this bug is switched on. */
  replace: string
}
