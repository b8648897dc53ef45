import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Conditions,
  type Connection,
  type ConnectionEvent,
  isConnected,
  nextAttempt,
  transition,
} from './connection.ts'

const conditions = fc.record({ holder: fc.boolean(), switchedOn: fc.boolean(), network: fc.boolean() })
const events: fc.Arbitrary<ConnectionEvent> = fc.oneof(
  ...(['conditions', 'hello', 'behind', 'timer', 'nudge', 'unauthenticated', 'revoked'] as const).map((type) =>
    fc.constant({ type }),
  ),
  fc.record({ type: fc.constant('level' as const), at: fc.nat() }),
  fc.record({
    type: fc.constant('lost' as const),
    attempt: fc.nat(),
    until: fc.nat(),
    reason: fc.constantFrom('lost' as const, 'no_answer' as const),
  }),
)

const all: Conditions = { holder: true, switchedOn: true, network: true }
const run = (from: Connection, ...steps: ConnectionEvent[]) =>
  steps.reduce<Connection>((now, event) => transition(now, event, all), from)

describe('the connection', () => {
  it('goes the straight way from blocked to live and back to waiting', () => {
    const connecting = run({ state: 'following' }, { type: 'conditions' })
    expect(connecting).toEqual({ state: 'connecting', attempt: 0 })
    const live = run(connecting, { type: 'hello' }, { type: 'level', at: 5 })
    expect(live).toEqual({ state: 'live', attempt: 0, since: 5 })
    const lost = { type: 'lost', attempt: 1, until: 9, reason: 'lost' } as const
    expect(run(live, lost)).toEqual({ state: 'waiting', attempt: 1, until: 9, reason: 'lost' })
    expect(run(live, lost, { type: 'timer' })).toEqual({ state: 'connecting', attempt: 1 })
  })

  it('never connects, on any path, unless this tab holds the device and is switched on', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, conditions)), (steps) => {
        let now: Connection = { state: 'following' }
        for (const [event, given] of steps) {
          const before = now
          now = transition(before, event, given)
          if (event.type === 'conditions' && isConnected(now.state)) expect(given).toEqual(all)
          if (!isConnected(before.state) && isConnected(now.state) && before.state !== 'waiting') {
            expect(given.holder && given.switchedOn).toBe(true)
            expect(given.network || event.type === 'nudge').toBe(true)
          }
        }
      }),
    )
  })

  it('stays signed out or revoked whatever happens, until there are new credentials', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, conditions)), (steps) => {
        const from = (now: Connection) => steps.reduce((it, [event, given]) => transition(it, event, given), now).state
        expect(from({ state: 'revoked' })).toBe('revoked')
        expect(['signedOut', 'revoked']).toContain(from({ state: 'signedOut' }))
      }),
    )
  })

  it('reaches live only through a hello and a pull that ended level', () => {
    fc.assert(
      fc.property(fc.array(events), (steps) => {
        let now: Connection = { state: 'following' }
        for (const event of steps) {
          const before = now
          now = transition(before, event, all)
          if (now.state === 'live' && before.state !== 'live')
            expect([before.state, event.type]).toEqual(['catchingUp', 'level'])
          if (now.state === 'catchingUp' && before.state === 'connecting') expect(event.type).toBe('hello')
        }
      }),
    )
  })

  it('lets a person try although the browser reports no network, but not although it is switched off', () => {
    const offline = { ...all, network: false }
    expect(transition({ state: 'offline' }, { type: 'nudge' }, offline).state).toBe('connecting')
    expect(transition({ state: 'offline' }, { type: 'nudge' }, { ...offline, switchedOn: false }).state).toBe('offline')
  })

  it('counts on from a connection that did not last, and starts over after one that did', () => {
    expect(nextAttempt({ state: 'live', attempt: 4, since: 0 }, 29_999)).toBe(5)
    expect(nextAttempt({ state: 'live', attempt: 4, since: 0 }, 30_000)).toBe(1)
    expect(nextAttempt({ state: 'connecting', attempt: 4 }, 0)).toBe(5)
  })
})
