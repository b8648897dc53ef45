import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PushChoice } from '../../../core/push/push-choice.ts'
import { defaultOptions as options } from '../../../core/roost-options.ts'
import { entry } from '../../../storage/contract/registry.contract.ts'
import { withRegistry } from '../registry.ts'
import { endIfUnused, keepSubscribed, NotOffered } from './subscription.ts'

const KEY = 'AQID'
const words = { waiting: '', nothing: '', done: '', reply: '' }
const choice = (endpoint: string): PushChoice => ({ endpoint, quiet: null, badge: true, words, toldUpTo: 0 })

/** A browser's push manager: `made` counts subscriptions, `ended` names the ended ones. */
function createManager(first: string | null, key = KEY) {
  let made = 0
  const ended: string[] = []
  function subscriptionTo(endpoint: string, its: string) {
    return {
      endpoint,
      options: { applicationServerKey: Uint8Array.from(atob(its), (it) => it.charCodeAt(0)).buffer },
      toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }),
      async unsubscribe() {
        ended.push(endpoint)
        present = null
        return true
      },
    }
  }
  let present: ReturnType<typeof subscriptionTo> | null = first === null ? null : subscriptionTo(first, key)
  const manager = {
    getSubscription: async () => present,
    async subscribe({ applicationServerKey }: { applicationServerKey: string }) {
      made += 1
      present = subscriptionTo(`https://push.example/new${made}`, applicationServerKey)
      return present
    },
  } as unknown as PushManager
  return { manager, ended, made: () => made }
}

let calls: { path: string; token: string | undefined; endpoint?: string }[]
let about: object

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  calls = []
  about = { pushKey: KEY }
  vi.stubGlobal(
    'fetch',
    async (path: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
      const token = headers.authorization?.slice('Bearer '.length)
      calls.push({ path, token, ...(body ? { endpoint: JSON.parse(body).endpoint } : {}) })
      if (token === 'gone') return Response.json({ error: { code: 'unauthenticated', message: 'no' } }, { status: 401 })
      const said = {
        product: 'roost',
        version: '1',
        protocol: '1.1',
        features: [],
        signup: 'open',
        accountExists: true,
      }
      return path === '/v1/about' ? Response.json({ ...said, ...about }) : new Response(null, { status: 204 })
    },
  )
})
afterEach(() => void vi.unstubAllGlobals())

async function know(deviceId: string, endpoint: string | null, token = deviceId): Promise<void> {
  const push = endpoint === null ? {} : { push: choice(endpoint) }
  await withRegistry(options, (it) => it.add({ ...entry(deviceId, 1), token, ...push }))
}
const endpointOf = async (deviceId: string) =>
  (await withRegistry(options, (it) => it.get(deviceId)))?.push?.endpoint ?? null
const told = () => calls.filter((it) => it.path === '/v1/push').map(({ token, endpoint }) => [token, endpoint])

test('all devices that want to be told share one subscription', async () => {
  for (const id of ['a', 'b']) await know(id, '')
  await know('c', null)
  const { manager, made } = createManager(null)
  await keepSubscribed(options, manager)
  expect(told().sort()).toEqual([
    ['a', 'https://push.example/new1'],
    ['b', 'https://push.example/new1'],
  ])
  expect([made(), await endpointOf('a'), await endpointOf('c')]).toEqual([1, 'https://push.example/new1', null])
})

test('a page tells the server again at each start, and a worker only of a change', async () => {
  await know('a', 'https://push.example/0')
  const { manager, made } = createManager('https://push.example/0')
  await keepSubscribed(options, manager, { unasked: true })
  expect(calls).toEqual([])
  await keepSubscribed(options, manager)
  expect([told(), made()]).toEqual([[['a', 'https://push.example/0']], 0])
})

test('a subscription that the browser has dropped is made again', async () => {
  await know('a', 'https://push.example/0')
  const { manager } = createManager(null)
  await keepSubscribed(options, manager, { unasked: true })
  expect(told()).toEqual([['a', 'https://push.example/new1']])
})

test('a subscription for another key is replaced', async () => {
  await know('a', 'https://push.example/0')
  const { manager, ended } = createManager('https://push.example/0', 'BAUG')
  await keepSubscribed(options, manager)
  expect([ended, told()]).toEqual([['https://push.example/0'], [['a', 'https://push.example/new1']]])
})

test('a device that is signed out keeps no other from it', async () => {
  await know('a', '', 'gone')
  await know('b', '')
  const { manager } = createManager(null)
  await expect(keepSubscribed(options, manager)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect([await endpointOf('a'), await endpointOf('b')]).toEqual(['', 'https://push.example/new1'])
})

test('a server without a key does not offer it, and nothing is asked for nobody', async () => {
  about = {}
  const { manager, made } = createManager(null)
  await keepSubscribed(options, manager)
  expect(calls).toEqual([])
  await know('a', '')
  await expect(keepSubscribed(options, manager)).rejects.toThrow(NotOffered)
  expect(made()).toBe(0)
})

test('the last device that wants none ends the subscription', async () => {
  await know('a', 'https://push.example/0')
  const { manager, ended } = createManager('https://push.example/0')
  await endIfUnused(options, manager)
  expect(ended).toEqual([])
  await withRegistry(options, (it) => it.changePush('a', () => null))
  await endIfUnused(options, manager)
  expect(ended).toEqual(['https://push.example/0'])
})
