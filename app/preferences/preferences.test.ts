import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const KEY = 'roost.preferences'
let stored: Record<string, string>
let dataset: Record<string, string>

beforeEach(() => {
  stored = {}
  dataset = {}
  vi.resetModules()
  vi.stubGlobal('document', { documentElement: { dataset } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => {
      stored[key] = value
    },
  })
})
afterEach(() => void vi.unstubAllGlobals())

const load = () => import('./preferences.ts')

test('a choice is shown at once, kept, and taken back', async () => {
  const { prefer } = await load()
  prefer({ theme: 'dark', density: 'compact' })
  expect(dataset).toEqual({ theme: 'dark', density: 'compact' })
  vi.resetModules()
  const { preferences } = await load()
  expect(preferences()).toMatchObject({ theme: 'dark', density: 'compact', unreadNumber: true })
  prefer({ theme: 'system', density: 'comfortable' })
  expect(dataset).toEqual({})
})

test.each(['', 'null', '[]', '"x"', '{', '{"theme":"neon","density":1,"unreadNumber":"no"}'])(
  'what cannot be read counts as no choice: %s',
  async (text) => {
    stored[KEY] = text
    const { preferences } = await load()
    expect(preferences()).toEqual({ theme: 'system', density: 'comfortable', unreadNumber: true })
  },
)

test('a browser that refuses its storage keeps a choice until the page goes', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { prefer, preferences } = await load()
  prefer({ unreadNumber: false })
  expect(preferences().unreadNumber).toBe(false)
})
