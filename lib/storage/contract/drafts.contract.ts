import { expect, test } from 'vitest'
import { noDrafts } from '../../core/outbox/drafts.ts'
import { OTHER, request, states } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function draftsContract(fresh: Fresh): void {
  test('keeps a draft for each receiver, and where the composer was aimed last, over a reopening', async () => {
    const harness = fresh()
    const store = await harness.open()
    expect(await store.drafts()).toEqual(noDrafts)
    await store.saveDraft('all', 'to all')
    await store.saveDraft(OTHER, 'first\nthen 🐦')
    store.close()
    const again = await harness.open()
    expect(await again.drafts()).toEqual({ receiver: OTHER, texts: { all: 'to all', [OTHER]: 'first\nthen 🐦' } })
    await again.saveDraft('all', '')
    expect(await again.drafts()).toEqual({ receiver: 'all', texts: { [OTHER]: 'first\nthen 🐦' } })
  })

  test('a draft that is sent leaves with the same write, the others stay', async () => {
    const harness = fresh()
    const store = await harness.open()
    await store.saveDraft(OTHER, 'to the other')
    await store.saveDraft('all', 'draft 1')
    harness.failPut('outbox', new DOMException('No room', 'QuotaExceededError'))
    await expect(store.compose(request(1), 1, { fromDraft: true })).rejects.toThrow(/no room|quota/i)
    expect((await store.drafts()).texts).toEqual({ all: 'draft 1', [OTHER]: 'to the other' })
    await store.compose(request(1), 1, { fromDraft: true })
    expect((await store.drafts()).texts).toEqual({ [OTHER]: 'to the other' })
    expect(await states(store)).toEqual(['draft 1 waiting'])
  })

  test('what is sent from elsewhere leaves the draft alone', async () => {
    const store = await fresh().open()
    await store.saveDraft('all', 'not yet')
    await store.compose(request(1), 1)
    expect((await store.drafts()).texts).toEqual({ all: 'not yet' })
  })

  test('a wiped device has no draft', async () => {
    const store = await fresh().open()
    await store.saveDraft(OTHER, 'a secret')
    await store.wipe()
    expect(await store.drafts()).toEqual(noDrafts)
  })
}
