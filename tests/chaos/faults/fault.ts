import type { Random } from '../../kit/random.ts'

/** Something that goes wrong, for a while. */
export interface Fault {
  name: string
  /** Returns how to end it, or nothing if it is over at once. */
  begin(random: Random): Promise<(() => unknown) | undefined>
}
