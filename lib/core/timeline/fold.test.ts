import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import { foldChange, foldPost, toBlank, unchanged } from './fold.ts'

const DEVICE = '00000000-0000-4000-8000-00000000000a'
const message = (version: number, kind: Message['kind'], content: string): Message => ({
  version,
  messageId: `00000000-0000-7000-8000-${version.toString().padStart(12, '0')}`,
  senderDeviceId: DEVICE,
  receiverDeviceId: 'all',
  kind,
  ...(kind === 'post' ? {} : { targetVersion: 1 }),
  contentType: kind === 'edit' ? 'text/html' : 'text/plain',
  content,
  timestamp: 0,
})
const post = message(1, 'post', 'as written')

describe('folding', () => {
  test('a post without changes is itself', () => {
    expect(foldPost(post, undefined)).toEqual({ message: post, deleted: false })
    expect(foldPost(post, unchanged)).toEqual({ message: post, deleted: false })
  })

  test('ends with the last edit, or deleted for good, and blanks every copy exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('edit', 'edit', 'delete'), { maxLength: 12 }), (kinds) => {
        const changes = kinds.map((kind, index) => message(index + 2, kind, kind === 'edit' ? `edit ${index + 2}` : ''))
        let change = unchanged
        const blanked: number[] = []
        for (const it of changes) {
          const next = foldChange(change, it)
          blanked.push(...toBlank(1, change, next))
          change = next
        }
        const folded = foldPost(post, change)
        const edits = changes.filter((it) => it.kind === 'edit')
        if (kinds.includes('delete')) {
          expect(folded).toEqual({ message: { ...post, content: '' }, deleted: true })
          expect(change.shown).toBeNull()
          expect(blanked).toEqual([1, ...edits.map((it) => it.version)])
          return
        }
        const last = edits.at(-1)
        const shown = last && {
          message: { ...post, content: last.content, contentType: 'text/html' },
          editedVersion: last.version,
        }
        expect(folded).toEqual({ ...(shown ?? { message: post }), deleted: false })
        expect(blanked).toEqual([])
      }),
    )
  })

  test('a post changes nothing, nor does a kind that this device does not know', () => {
    expect(foldChange(unchanged, post)).toBe(unchanged)
    expect(foldChange(unchanged, { ...post, kind: 'sticker' })).toBe(unchanged)
  })
})
