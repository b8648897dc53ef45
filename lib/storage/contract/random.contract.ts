import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../core/timeline/timeline-reader.ts'
import type { Message } from '../../protocol/message.ts'
import type { LocalStore } from '../local-store.ts'
import { applyAll, batch, edit, everything, mark, OTHER, post, remove, SELF, versionsOf } from './fixtures.ts'
import type { Fresh } from './harness.ts'

/** A version of the log. `hidden` was for another device; `target` picks an earlier post. */
const step = fc.record({
  kind: fc.constantFrom('post', 'post', 'post', 'edit', 'delete', 'pin', 'unpin', 'hidden'),
  target: fc.nat(),
})

function logOf(steps: readonly { kind: string; target: number }[]): Message[] {
  const log: Message[] = []
  for (const [index, { kind, target }] of steps.entries()) {
    const version = index + 1
    const older = log.filter((it) => it.kind === 'post')
    const picked = older[target % Math.max(1, older.length)]?.version
    const sender = version % 3 === 0 ? SELF : OTHER
    if (kind === 'post') log.push(post(version, undefined, { senderDeviceId: sender }))
    else if (kind === 'edit' && picked) log.push(edit(version, picked))
    else if (kind === 'pin' && picked) log.push(mark(version, picked, { pinned: true }))
    else if (kind === 'unpin' && picked) log.push(mark(version, picked, { pinned: version % 2 ? null : false }))
    else if (kind === 'delete' && picked) log.push(remove(version, picked))
  }
  return log
}

/** The naive model reads every visible message up to the cursor from the beginning. */
function expected(log: readonly Message[], cursor: number): { messages: Message[]; timeline: TimelineEntry[] } {
  const seen = log.filter((it) => it.version <= cursor)
  const deleted = new Set(seen.filter((it) => it.kind === 'delete').map((it) => it.targetVersion))
  const messages = seen.map((it) => (deleted.has(it.targetVersion ?? it.version) ? { ...it, content: '' } : it))
  const timeline = messages
    .filter((it) => it.kind === 'post')
    .map((message): TimelineEntry => {
      const last = seen.findLast((it) => it.kind === 'edit' && it.targetVersion === message.version)
      if (deleted.has(message.version)) return { message, deleted: true, onlyHere: false }
      const pin = seen.findLast((it) => it.kind === 'mark' && it.targetVersion === message.version)
      const pinned = pin?.content === '{"pinned":true}' ? ({ pinned: true } as const) : {}
      if (!last) return { message, deleted: false, onlyHere: false, ...pinned }
      return {
        message: { ...message, content: last.content },
        editedVersion: last.version,
        deleted: false,
        onlyHere: false,
        ...pinned,
      }
    })
  return { messages, timeline }
}

/** The naive count of unread posts. */
function unreadOf(timeline: readonly TimelineEntry[], readUpTo: number): Record<string, number> {
  const { length } = timeline.filter(
    ({ message, deleted }) => !deleted && message.version > readUpTo && message.senderDeviceId !== SELF,
  )
  return length > 0 ? { [OTHER]: length } : {}
}

async function compare(store: LocalStore, log: readonly Message[], at: number, limit: number): Promise<void> {
  const { cursor, readUpTo, unread } = await store.readPosition()
  const { messages, timeline } = expected(log, cursor)
  expect(await everything(store)).toEqual(messages)
  expect(unread).toEqual(unreadOf(timeline, readUpTo))
  const pins = (await store.pins(500)).toSorted((a, b) => a.message.version - b.message.version)
  expect(pins).toEqual(timeline.filter((it) => it.pinned))
  expect(await store.count()).toBe(messages.length)
  expect(await store.latest(limit)).toEqual(timeline.slice(-limit))
  expect(await store.before(at, limit)).toEqual(timeline.filter((it) => it.message.version < at).slice(-limit))
  expect(await store.after(at, limit)).toEqual(timeline.filter((it) => it.message.version > at).slice(0, limit))
  expect(versionsOf(await store.from(at, limit))).toEqual(
    versionsOf(timeline)
      .filter((it) => it >= at)
      .slice(0, limit),
  )
  expect(await store.at(at)).toEqual(timeline.find((it) => it.message.version === at) ?? null)
}

export function randomContract(fresh: Fresh): void {
  test('ends with exactly the visible messages, whatever batches come in whatever order', async () => {
    const range = fc.record({
      ...{ from: fc.nat(), length: fc.nat(), at: fc.nat(), read: fc.nat() },
      limit: fc.integer({ min: 1, max: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 400 }),
        fc.array(range, { minLength: 1, maxLength: 12 }),
        async (steps, ranges) => {
          const store = await fresh().open()
          const log = logOf(steps)
          const head = steps.length
          const slice = (from: number, upTo: number) =>
            batch(
              from,
              upTo,
              log.filter((it) => it.version > from && it.version <= upTo),
            )
          for (const { from, length, at, limit, read } of ranges) {
            const before = (await store.position()).cursor
            // Half of them begin where the cursor can use them; the rest repeat, overlap or leave a gap.
            const start = at % 2 ? from % (before + 1) : from % (head + 1)
            const upTo = Math.min(head, start + (length % 150))
            const { outcome, position } = await applyAll(store, slice(start, upTo))
            expect(position.cursor).toBe(start > before ? before : Math.max(before, upTo))
            expect(outcome === 'gap').toBe(start > before)
            const { readUpTo } = await store.readPosition()
            const marked = await store.markRead(read % (head + 1))
            expect(marked.readUpTo).toBe(Math.max(readUpTo, Math.min(read % (head + 1), position.cursor)))
            await compare(store, log, at % (head + 2), limit)
          }
          await applyAll(store, slice((await store.position()).cursor, head))
          await compare(store, log, head, 500)
          store.close()
        },
      ),
      { numRuns: 40 },
    )
  })
}
