import type { Random } from '../../kit/random.ts'

/** JSON texts, not values: some of these cannot be written by JSON.stringify. */
const scalars = [
  'null',
  'true',
  'false',
  '0',
  '-0',
  '-1',
  '1',
  '1.5',
  '1e400',
  '-1e400',
  '9007199254740991',
  '9007199254740993',
  '18446744073709551616',
  '0.1e-400',
  '""',
  '"all"',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"__proto__"',
  '"constructor"',
  '"../../etc/passwd"',
  '"\' OR 1=1 --"',
  '"<script>alert(1)</script>"',
  '"%s%n%x"',
  '"\\r\\nSet-Cookie: a=b"',
  '"\u202e\u0301\u0301\ufeff👩‍👩‍👧"',
  '"00000000-0000-0000-0000-000000000000"',
  '"FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"',
  '[]',
  '{}',
  '[[]]',
  '{"":""}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"valueOf":2,"then":3,"length":1e9}',
  '{"toJSON":"x","ok":true}',
  '{"_placeholder":true,"num":0}',
  '{"_placeholder":true,"num":-1}',
  '{"_placeholder":true,"num":"constructor"}',
  '{"type":"Buffer","data":[1,2,3]}',
  // No JSON at all.
  'NaN',
  'undefined',
  "'x'",
  '{',
  ']',
  '{"a":1,}',
  '"\t"',
  '01',
]

const LONGEST = 20_000
const DEEPEST = 5_000

/** A hostile value as JSON text, and now and then as no JSON at all. */
export function hostileValue(random: Random, depth = 0): string {
  const kind = random.below(depth > 3 ? 12 : 16)
  if (kind === 0) return JSON.stringify('x'.repeat(random.below(LONGEST)))
  if (kind === 1) return JSON.stringify(random.bytes(random.below(200)).toString('latin1'))
  if (kind === 2 && depth === 0) return nested(random.below(DEEPEST), random.pick(['[', '{"a":']))
  if (kind === 12) return list(random, depth)
  if (kind > 12) return record(random, depth)
  return random.pick(scalars)
}

function nested(depth: number, open: string): string {
  return open.repeat(depth) + (open === '[' ? ']'.repeat(depth) : `1${'}'.repeat(depth)}`)
}

function list(random: Random, depth: number): string {
  return `[${Array.from({ length: random.below(6) }, () => hostileValue(random, depth + 1)).join(',')}]`
}

const keys = ['messages', 'messageId', 'content', 'after', 'version', 'name', '__proto__', 'constructor', 'length', '']

function record(random: Random, depth: number): string {
  const members = Array.from({ length: random.below(6) }, () => {
    return `${JSON.stringify(random.pick(keys))}:${hostileValue(random, depth + 1)}`
  })
  return `{${members.join(',')}}`
}
