/** Seeded chance: the same seed always gives the same numbers. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** An integer from 0 up to but not including `limit`. */
  below(limit: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  bytes(size: number): Buffer
  /** A stream of its own: numbers drawn for one part of a test do not change those of another. */
  fork(name: string): Random
}

export function createRandom(seed: string | number): Random {
  let [a, b, c, d] = [hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1]

  /** sfc32: small, fast, passes the usual batteries. Source: PractRand by Chris Doty-Humphrey. */
  function word(): number {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let warm = 0; warm < 12; warm++) word()

  const next = () => word() / 2 ** 32
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    ...{ next, below },
    int: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('nothing to pick from')
      return list[below(list.length)] as T
    },
    bytes: (size) => Buffer.from(Array.from({ length: size }, () => below(256))),
    fork: (name) => createRandom(`${seed}/${name}`),
  }
}

/** FNV-1a with a final mix: similar seeds must not give similar streams. */
function hash(text: string): number {
  let value = 2166136261
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16777619)
  value = Math.imul(value ^ (value >>> 16), 2246822507)
  value = Math.imul(value ^ (value >>> 13), 3266489909)
  return (value ^ (value >>> 16)) | 0
}
