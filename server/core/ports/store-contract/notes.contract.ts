import { expect, test } from 'vitest'
import { type OpenStore, setUp } from './kit.ts'

export function notesContract(open: OpenStore) {
  const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
  const note = (n: number, json = `"${n}"`) => ({ id: id(n), at: n, json })

  test('what happened is listed newest first, for each user alone, and a later word replaces an earlier one', async () => {
    const { store } = await setUp(open)
    for (const n of [2, 1, 3]) await store.note('ann', note(n))
    await store.note('ben', note(1, '"of ben"'))
    await store.note('ann', note(2, '"two"'))
    expect(await store.notes('ann', 10)).toEqual(['"3"', '"two"', '"1"'])
    expect(await store.notes('ann', 1)).toEqual(['"3"'])
    expect(await store.notes('ann', 1, undefined, id(3))).toEqual(['"two"'])
    expect(await store.notes('ann', 10, undefined, id(1))).toEqual([])
    expect(await store.notes('ben', 10)).toEqual(['"of ben"'])
    expect(await store.notes('nobody', 10)).toEqual([])
  })

  test('it goes when it is old, and with the user', async () => {
    const { store, device } = await setUp(open)
    const ann = await device()
    for (let n = 0; n < 1_500; n += 1) await store.note('ann', note(n))
    await store.note('ben', note(1_499))
    expect(await store.expireNotes(1_499)).toEqual({ removed: 1_499 })
    expect(await store.notes('ann', 10)).toEqual(['"1499"'])
    await store.revokeDevice('ann', ann.deviceId, 1)
    await store.forget('ann')
    expect([await store.notes('ann', 10), await store.notes('ben', 10)]).toEqual([[], ['"1499"']])
  })
}
