import { expect, test } from 'vitest'
import type { Event } from './history/event.ts'
import { explain, judge } from './judge.ts'

const STEPS = 150
/** Gone through at every run; what once failed is added here. */
const FIXED = Array.from({ length: 30 }, (_, index) => String(index + 1))
/** Others each time: `npm run simulate -- --seeds N` goes through many. They are printed: a failure is replayed with its seed. */
const FRESH = Array.from({ length: 20 }, () => String(Math.floor(Math.random() * 1e9)))

async function expectPromisesKept(seed: string, listen: (event: Event) => void = () => {}): Promise<void> {
  const { violations } = await judge({ seed, steps: STEPS, listen })
  if (violations.length > 0) expect.fail(await explain({ seed, steps: STEPS }, violations))
}

test('every promise holds in the worlds that are always gone through, and every misfortune comes up in them', {
  timeout: 180_000,
}, async () => {
  const seen = new Set<string>()
  for (const seed of FIXED) await expectPromisesKept(seed, (event) => takeNames(event, seen))
  const due = [
    'start',
    'crash',
    'restore',
    'cut',
    'weather',
    'wild feed',
    'freeze',
    'kill',
    'kill worker',
    'abort',
    'quota',
    'evicted',
  ]
  const told = ['history_forked', 'cursor_expired', 'revoked', 'unavailable', 'not_found', 'failed: unknown_receiver']
  const done = ['rebuilding', 'orphans', 'replaced', 'revoke', 'overload', 'mother clock', 'device clock', 'expire']
  expect([...due, ...told, ...done].filter((it) => !seen.has(it))).toEqual([])
})

function takeNames(event: Event, names: Set<string>): void {
  if (event.type === 'opened') names.add(event.why)
  else if (event.type === 'fault') names.add(event.name.replace(/^cut .*/, 'cut'))
  else if (event.type === 'answer' && !event.ok) names.add(event.code)
  else names.add(event.type)
  if (event.type !== 'stored') return
  if (event.building) names.add('rebuilding')
  if (event.orphans) names.add('orphans')
  for (const { code } of event.outboxPut) names.add(`failed: ${code}`)
}

test('every promise holds in worlds that nobody has seen before', { timeout: 120_000 }, async () => {
  console.log(`fresh seeds: ${FRESH.join(' ')}`)
  for (const seed of FRESH) await expectPromisesKept(seed)
})

test('one seed is one history, to the letter', async () => {
  const options = { seed: 'the same', steps: STEPS }
  const [first, second, other] = [
    await judge(options),
    await judge(options),
    await judge({ ...options, seed: 'other' }),
  ]
  expect(second.hash).toBe(first.hash)
  expect(other.hash).not.toBe(first.hash)
})

test('a failure is shortened to what it takes, and says how to see it again', { timeout: 120_000 }, async () => {
  const { plantedBugs } = await import('./planted/planted-bugs.ts')
  const bug = plantedBugs['emptied-outbox']?.bug ?? {}
  const options = { seed: 'planted 1', steps: 60, bug }
  const words = await explain(options, (await judge(options)).violations, 'emptied-outbox')
  expect(words).toContain('promise 9 does not hold')
  expect(words).toContain('npm run simulate -- --seed planted 1 --steps 60 --bug emptied-outbox')
  expect(words).toMatch(/Shortened to [1-3] of 60/)
})
