import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../kit/random.ts'

export interface Writing {
  name: string
  random: Random
  /** Receivers of direct messages; the others go to all. */
  others: readonly string[]
  /** From and to, in ms. */
  gap: readonly [number, number]
  left: () => number
  write: (text: string, to: string | undefined) => Promise<unknown>
}

/** Writes all the time, whatever goes wrong: no two texts alike, and a quarter of them for one device alone. */
export async function keepWriting({ name, random, others, gap, left, write }: Writing): Promise<void> {
  for (let n = 1; left() > 0; n++) {
    const to = others.length > 0 && random.chance(0.25) ? random.pick(others) : undefined
    const tail = random.chance(0.03) ? ` ${'long '.repeat(random.int(1_000, 8_000))}end` : ''
    await write(`${name} ${n}.${tail}`, to)
    await wait(random.int(...gap))
  }
}
