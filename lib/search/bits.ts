/** Each hash sets two bits. */
export type Hash = number

const MOST_BITS = 2 ** 18
const FEWEST_BITS = 2 ** 10
/** A signature gets as small as it can be without more of its bits set than this. */
const MOST_SET = 1 / 3

/** The second bit of a hash. */
const second = (hash: Hash): number => {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 12)) >>> 0
}

/** Up to three UTF-16 units; 0 stands for none. */
export function hashOf(a: number, b: number, c: number): Hash {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca77)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae3d) ^ Math.imul(c + 1, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function hashOfFact(fact: string): Hash {
  let hash = 0x811c9dc5
  for (let at = 0; at < fact.length; at++) hash = Math.imul(hash ^ fact.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) >>> 0
}

export function createBits() {
  const set = new Uint8Array(MOST_BITS)
  function add(hash: Hash): void {
    set[hash & (MOST_BITS - 1)] = 1
    set[second(hash) & (MOST_BITS - 1)] = 1
  }
  return {
    add,
    /** Everything one, two and three units long in it. */
    addText(text: string): void {
      for (let at = 0; at < text.length; at++) {
        const [a, b, c] = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)]
        add(hashOf(a, 0, 0))
        if (at + 1 < text.length) add(hashOf(a, b, 0))
        if (at + 2 < text.length) add(hashOf(a, b, c))
      }
    },
    encode: () => encode(folded(set)),
  }
}

/** Lays the upper half over the lower one while few bits are set: the bit of a hash stays its remainder. */
function folded(set: Uint8Array): Uint8Array {
  let bits = set
  while (bits.length > FEWEST_BITS) {
    const half = bits.length / 2
    const smaller = bits.slice(0, half)
    for (let at = 0; at < half; at++) smaller[at] = (smaller[at] as number) | (bits[at + half] as number)
    if (smaller.reduce((sum, bit) => sum + bit, 0) > half * MOST_SET) return bits
    bits = smaller
  }
  return bits
}

const BITS_PER_CHAR = 6
const ZERO = 48

/** Six bits a character of ASCII: every store keeps it as it is, and it is tested without being decoded. */
function encode(bits: Uint8Array): string {
  const chars = new Uint8Array(Math.ceil(bits.length / BITS_PER_CHAR)).fill(ZERO)
  for (let at = 0; at < bits.length; at++) {
    const char = Math.floor(at / BITS_PER_CHAR)
    if (bits[at]) chars[char] = (chars[char] as number) + (1 << (at % BITS_PER_CHAR))
  }
  return new TextDecoder().decode(chars)
}

export function hasBits(encoded: string, hash: Hash): boolean {
  const size = 2 ** Math.floor(Math.log2(encoded.length * BITS_PER_CHAR))
  return isSet(encoded, hash & (size - 1)) && isSet(encoded, second(hash) & (size - 1))
}

function isSet(encoded: string, at: number): boolean {
  return (((encoded.charCodeAt(Math.floor(at / BITS_PER_CHAR)) - ZERO) >> (at % BITS_PER_CHAR)) & 1) === 1
}
