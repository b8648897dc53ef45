import { expect, test } from 'vitest'
import { type Facts, nextVisit, openVisit, type Visit } from './visit.ts'

const MINUTE = 60_000

const facts = (change: Partial<Facts> = {}): Facts => ({
  ...{ now: 0, here: true, level: true, readUpTo: 10, unread: {}, readHere: 0 },
  ...change,
})

function after(start: Visit, ...changes: Partial<Facts>[]): Visit {
  let known = facts()
  return changes.reduce((visit, change) => {
    known = { ...known, ...change }
    return nextVisit(visit, known)
  }, start)
}

const opened = (change: Partial<Facts> = {}, fresh = false) => openVisit(facts(change), fresh)

test('a page that opens with unread messages has its line where reading ended', () => {
  expect(opened({ unread: { phone: 2 } })).toMatchObject({
    returns: 1,
    back: { line: 10, counts: { phone: 2 }, long: true, leftAt: null },
  })
  expect(opened()).toMatchObject({ returns: 0, back: null })
})

test('reading takes nothing from the line and its numbers', () => {
  const visit = after(
    opened({ unread: { phone: 2 } }),
    { unread: { phone: 2 } },
    { readUpTo: 11, readHere: 11, unread: { phone: 1 } },
    { readUpTo: 12, readHere: 12, unread: {} },
  )
  expect(visit.back).toMatchObject({ line: 10, counts: { phone: 2 } })
})

test('what the device still fetches when the person comes was sent while they were away', () => {
  const visit = after(
    opened({ level: false }),
    { level: false },
    { unread: { phone: 3 } },
    { unread: { phone: 3, mac: 4 } },
  )
  expect(visit).toMatchObject({ returns: 1, back: { line: 10, counts: { phone: 3, mac: 4 }, long: true } })
})

test('messages that come to a person who is here are not of an absence', () => {
  const visit = after(opened(), { level: true }, { unread: { phone: 1 } })
  expect(visit).toMatchObject({ returns: 0, back: null })
})

test('a device that holds nothing yet has missed nothing', () => {
  const visit = after(opened({ level: false }, true), { level: false, unread: { phone: 5000 } })
  expect(visit.back).toBeNull()
})

test('messages that come while the person is away get a line at once, and a heading after a minute', () => {
  const away = after(
    opened(),
    { here: true },
    { here: false, now: 5 },
    { unread: { phone: 1 } },
    { unread: { phone: 2 } },
  )
  expect(away).toMatchObject({ returns: 0, back: { line: 10, counts: { phone: 2 }, long: false } })
  const soon = nextVisit(away, facts({ now: MINUTE, unread: { phone: 2 } }))
  expect(soon).toMatchObject({ here: true, returns: 1, back: { line: 10, long: false } })
  const late = nextVisit(away, facts({ now: MINUTE + 5, unread: { phone: 2 } }))
  expect(late).toMatchObject({ returns: 1, back: { line: 10, counts: { phone: 2 }, long: true, leftAt: 5 } })
})

test('the line stays until the person leaves and comes back', () => {
  const read = after(opened({ unread: { phone: 2 } }), { readUpTo: 12, readHere: 12, unread: {} })
  expect(after(read, { readUpTo: 12, here: false, now: 1 }, { here: true, now: 2 }).back).not.toBeNull()
  expect(after(read, { readUpTo: 12, here: false, now: 1 }, { here: true, now: 1 + MINUTE }).back).toBeNull()
  const again = after(
    read,
    { readUpTo: 12, readHere: 12, here: false, now: 1 },
    { unread: { mac: 1 } },
    { here: true, now: 1 + MINUTE },
  )
  expect(again.back).toMatchObject({ line: 12, counts: { mac: 1 } })
})

test('what was read elsewhere is not new here', () => {
  const start = opened({ unread: { phone: 2, mac: 1 } })
  expect(after(start, { readUpTo: 12, unread: { mac: 1 } }).back).toMatchObject({ line: 12, counts: { mac: 1 } })
  expect(after(start, { readUpTo: 13, unread: {} }).back).toBeNull()
})

test('a line that somebody reads from here stays, also when another device reads on', () => {
  const start = opened({ unread: { phone: 9 } })
  const visit = after(start, { readUpTo: 12, readHere: 12, unread: { phone: 7 } }, { readUpTo: 19, unread: {} })
  expect(visit.back).toMatchObject({ line: 10, counts: { phone: 9 } })
})
