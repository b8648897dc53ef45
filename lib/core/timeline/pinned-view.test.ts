import { expect, test } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import { applyAll, batch, contentsOf, mark, SELF } from '../../storage/contract/fixtures.ts'
import { createPinnedView } from './pinned-view.ts'

test('it shows the pinned posts in the order of the history, and follows each change', async () => {
  const store = openMemoryStore(SELF)
  const view = createPinnedView(store)
  const shown = async () => {
    await view.refresh()
    return contentsOf(view.window().entries)
  }
  await applyAll(store, batch(0, 1_200))
  expect(await shown()).toEqual([])
  const pin = (version: number, target: number, pinned = true) => mark(version, target, { pinned })
  await applyAll(store, batch(1_200, 1_202, [pin(1_201, 1_100), pin(1_202, 5)]))
  expect(await shown()).toEqual(['post 5 of 0', 'post 1100 of 0'])
  await applyAll(store, batch(1_202, 1_204, [pin(1_203, 5, false), pin(1_204, 700)]))
  expect(await shown()).toEqual(['post 700 of 0', 'post 1100 of 0'])
  expect(view.window()).toMatchObject({ hasOlder: false, hasNewer: false, filter: { kind: 'pinned' } })
})
