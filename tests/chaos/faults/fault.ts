import type { Random } from '../../kit/random.ts'

/** Something that goes wrong, for a while. */
export interface Fault {
  name: string
  /** Answers how it ends. What is over at once answers nothing. */
  begin(random: Random): Promise<(() => unknown) | undefined>
}
