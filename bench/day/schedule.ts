import type { Random } from '../../tests/kit/random.ts'

/** When a device is online, in hours of the day, in order and apart from each other. */
export interface Stay {
  from: number
  to: number
}

/** The four devices of a user. */
export const kinds = ['desk', 'phone', 'tablet', 'script'] as const
export type Kind = (typeof kinds)[number]

/** No device is online before the morning or after the night. */
const [MORNING, NIGHT] = [6, 23]

const between = (random: Random, low: number, high: number) => low + random.next() * (high - low)

/** Everybody comes at about eight; all of the day at a desk, or now and then. */
const days: Record<Kind, (random: Random) => Stay[]> = {
  desk: (random) => [{ from: between(random, 7.7, 8.3), to: between(random, 16, 19) }],
  // On the train it loses its connection every few minutes; else it is taken out of a pocket.
  phone: (random) => [
    ...train(random, 7),
    ...glances(random, 9, 17, 6),
    ...train(random, 17.2),
    ...glances(random, 19, 22.5, 4),
  ],
  tablet: (random) => [{ from: between(random, 19, 20.5), to: between(random, 21, 22.9) }],
  // Every hour on the hour, as cron does it.
  script: () => Array.from({ length: NIGHT - MORNING }, (_, n) => ({ from: MORNING + n, to: MORNING + n + 0.05 })),
}

export const dayOf = (kind: Kind, random: Random): Stay[] => days[kind](random)

const TUNNELS = 6

function train(random: Random, leaves: number): Stay[] {
  const start = leaves + random.next() * 0.3
  return Array.from({ length: TUNNELS }, (_, n) => {
    const from = start + n * 0.1
    return { from, to: from + between(random, 0.04, 0.09) }
  })
}

function glances(random: Random, low: number, high: number, count: number): Stay[] {
  const each = (high - low) / count
  return Array.from({ length: count }, (_, n) => {
    const from = low + n * each + random.next() * each * 0.5
    return { from, to: from + between(random, 0.05, 0.4) * each }
  })
}

/** Hours at which a user writes: mostly in the morning and in the evening. */
export function writings(random: Random, count: number): number[] {
  const hours = Array.from({ length: count }, () => {
    const part = random.next()
    if (part < 0.35) return between(random, 8, 10)
    if (part < 0.65) return between(random, 10, 18)
    return between(random, 18, 22.5)
  })
  return hours.sort((a, b) => a - b)
}
