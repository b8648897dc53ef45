import { expect, test } from 'vitest'
import { hashOf, type View, viewOf } from './view.ts'

test('each view has an address of its own, and finds its way back', () => {
  const views: View[] = [null, { kind: 'pinned' }, { kind: 'device', deviceId: '0190a1b2-0000-7000-8000-000000000001' }]
  expect(views.map((it) => viewOf(hashOf(it)))).toEqual(views)
})

test('an address that names no view shows everything', () => {
  for (const hash of ['', '#', '#all', '#device/', '#device/a b', '#0190a1b2']) expect(viewOf(hash)).toBeNull()
})

test('the settings lie over the view, and leave it as it is', () => {
  expect(viewOf('#settings/storage')).toBe('beside')
})
