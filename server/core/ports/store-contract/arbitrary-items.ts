import fc from 'fast-check'
import { MARK_CONTENT_TYPE } from '../../../../lib/protocol/mark.ts'
import type { RawItem } from './naive-log.ts'

/** A small pool, so that ids often collide: as retries, as conflicts, as targets. */
export const messageIds = Array.from({ length: 6 }, (_, n) => `00000000-0000-7000-8000-00000000000${n}`)
/** No device has this id. */
export const strangerId = 'eeeeeeee-0000-7000-8000-000000000000'

const id = fc.constantFrom(...messageIds)
const content = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('', 'one', 'two', '🪺 drei') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('a\0b', '\ud800', 7, 'ä'.repeat(32_769)) },
)

/** Items from a client, most of them valid; `receivers` are device ids of the test. */
export function arbitraryItem(receivers: readonly string[]): fc.Arbitrary<RawItem> {
  const receiverDeviceId = fc.oneof(
    { weight: 2, arbitrary: fc.constant('all') },
    { weight: 1, arbitrary: fc.constantFrom(...receivers) },
  )
  // Counts neither as another message nor for its digest, so retries say another time, or none.
  const composedAt = fc.option(fc.nat(), { nil: undefined })
  const files = fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 2, arbitrary: fc.subarray([...messageIds], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant<string[]>([]) },
  )
  const post = fc.record({ messageId: id, receiverDeviceId, content, composedAt, files })
  const change = fc.record({
    messageId: id,
    receiverDeviceId,
    content,
    kind: fc.constantFrom('edit' as const, 'delete' as const),
    targetId: id,
    composedAt,
    files,
  })
  const markContent = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<unknown>('{"pinned":true}', '{"pinned":null,"done":true}') },
    { weight: 1, arbitrary: fc.constantFrom<unknown>('{}', '[]', 'pinned', `{"${'x'.repeat(1_020)}":1}`) },
  )
  const mark = fc.record({
    messageId: id,
    receiverDeviceId,
    content: markContent,
    contentType: fc.constantFrom(MARK_CONTENT_TYPE, MARK_CONTENT_TYPE, MARK_CONTENT_TYPE, 'application/json'),
    kind: fc.constant('mark' as const),
    targetId: id,
    composedAt,
  })
  const odd = fc.record(
    { messageId: id, receiverDeviceId: fc.constant(9), content, kind: fc.constant('edit' as const), targetId: id },
    { requiredKeys: [] },
  )
  return fc.oneof(
    { weight: 6, arbitrary: post },
    { weight: 6, arbitrary: change },
    { weight: 4, arbitrary: mark },
    { weight: 1, arbitrary: odd },
  )
}
