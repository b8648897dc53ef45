export type Counts = Readonly<Record<string, number>>

/** New messages after an absence of the person. */
export interface Back {
  /** Reading ended at this version. */
  line: number
  /** The messages above it when the person came, by their sender. */
  counts: Counts
  /** When the person left; null when the page has just been opened. */
  leftAt: number | null
  /** The absence was long enough to speak of it. */
  long: boolean
}

/** Whether the person looks at the screen, and what they have not seen. */
export interface Visit {
  here: boolean
  leftAt: number | null
  /** The device has received, since the person came, everything that was sent before. */
  level: boolean
  back: Back | null
  /** Grows when the person comes back to something new: the list goes there once. */
  returns: number
  readUpTo: number
  unread: Counts
}

export interface Facts {
  now: number
  /** The person looks at the screen. */
  here: boolean
  /** The device has everything that the server has. */
  level: boolean
  readUpTo: number
  unread: Counts
  /** The newest version that the person has read in this tab. */
  readHere: number
}

/** A shorter absence gets no heading. */
const AWAY_MS = 60_000

/** The page has just been opened. `fresh`: the device holds nothing yet, so nothing came while somebody was away. */
export function openVisit({ now, ...facts }: Facts, fresh: boolean): Visit {
  const visit: Visit = {
    ...{ here: facts.here, leftAt: facts.here ? null : now, level: fresh, back: null, returns: 0 },
    ...{ readUpTo: facts.readUpTo, unread: facts.unread },
  }
  if (sumOf(facts.unread) === 0) return visit
  return { ...visit, back: { line: facts.readUpTo, counts: facts.unread, leftAt: null, long: true }, returns: 1 }
}

/** The visit after anything has changed. */
export function nextVisit(before: Visit, facts: Facts): Visit {
  const { readUpTo, unread } = facts
  let visit = withReadElsewhere(before, facts)
  visit = withArrivals(visit, before, facts)
  visit = { ...visit, readUpTo, unread, level: visit.level || (facts.here && facts.level) }
  if (facts.here === before.here) return visit
  return facts.here ? returned(visit, facts) : { ...visit, here: false, leftAt: facts.now, level: false }
}

/** All new messages are read now: nothing of the absence stays. */
export const withoutBack = (visit: Visit): Visit => ({ ...visit, back: null })

function returned(visit: Visit, { now, unread, readUpTo, level }: Facts): Visit {
  const { leftAt, back } = visit
  const long = leftAt !== null && now - leftAt >= AWAY_MS
  const isNew = sumOf(unread) > 0
  const next = { ...visit, here: true, level, returns: visit.returns + (isNew ? 1 : 0) }
  if (!long) return next
  return { ...next, back: isNew ? { line: readUpTo, counts: unread, leftAt: back?.leftAt ?? leftAt, long } : null }
}

/** Another device of the person has read on. The line goes with it, unless the person has begun to read here. */
function withReadElsewhere(visit: Visit, { readUpTo, readHere, unread }: Facts): Visit {
  const { back } = visit
  if (!back || readUpTo <= visit.readUpTo || readUpTo <= readHere || readHere > back.line) return visit
  return { ...visit, back: sumOf(unread) === 0 ? null : { ...back, line: readUpTo, counts: unread } }
}

/** Messages that come while the person is away, or that the device still fetches for one who has just come. */
function withArrivals(visit: Visit, before: Visit, { readUpTo, unread }: Facts): Visit {
  if (before.here && before.level) return visit
  const { back } = visit
  // Counted already, with what was read elsewhere.
  if (back !== before.back || sumOf(unread) === 0 || before.unread === unread) return visit
  if (back && sumOf(before.unread) > 0)
    return { ...visit, back: { ...back, counts: grown(back.counts, before.unread, unread) } }
  const began = { line: readUpTo, counts: unread, leftAt: before.leftAt, long: before.here }
  return { ...visit, back: began, returns: visit.returns + (before.here ? 1 : 0) }
}

function grown(counts: Counts, before: Counts, now: Counts): Counts {
  const next: Record<string, number> = { ...counts }
  for (const [sender, count] of Object.entries(now)) {
    const more = count - (before[sender] ?? 0)
    if (more > 0) next[sender] = (next[sender] ?? 0) + more
  }
  return next
}

export const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
