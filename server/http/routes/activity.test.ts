import { expect, test } from 'vitest'
import type { Activity } from '../../../lib/protocol/activity.ts'
import { PASSWORD, signIn } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const listOf = async (server: TestServer, who: { token?: string; cookie?: string }) =>
  (await server.http('GET', '/v1/activity', who)).json.activity

test('the account says who joined, was renamed and removed, signed in, and changed the password', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const desk = await server.device(account, 'Desk')
  const { json: offer } = await server.http('POST', '/v1/pairings', { token: desk.token })
  const claim = { json: { code: offer.code, name: 'Phone' } }
  const phone = (await server.http('POST', '/v1/pairings/claim', claim)).json
  const rename = { token: desk.token, json: { name: 'Old phone' } }
  await server.http('PATCH', `/v1/devices/${phone.deviceId}`, rename)
  const headers = { 'User-Agent': 'a test' }
  const fields = { email: account.email, password: PASSWORD }
  await server.http('POST', '/api/auth/sign-in/email', { json: fields, headers })
  const { cookie } = account
  await server.http('DELETE', `/v1/devices/${phone.deviceId}`, { token: desk.token, cookie })
  const change = { currentPassword: PASSWORD, newPassword: 'under the old oak tree' }
  await server.http('POST', '/api/auth/change-password', { cookie, json: change, headers })

  const list = await listOf(server, { token: desk.token })
  for (const { at } of list) expect(at).toBeGreaterThan(0)
  expect(list.map(({ id: _, at: __, ...it }: Activity) => it)).toEqual([
    { what: 'passwordChanged', agent: 'a test' },
    { what: 'removed', device: 'Old phone', by: 'Desk' },
    { what: 'signedIn', agent: 'a test' },
    { what: 'renamed', device: 'Phone', name: 'Old phone', by: 'Desk' },
    { what: 'joined', device: 'Phone', by: 'Desk' },
    { what: 'joined', device: 'Desk' },
  ])
  const stranger = await server.signUp()
  expect(await listOf(server, { cookie: stranger.cookie })).toEqual([])
})

test('every device is told of a removal, and of texts deleted in bulk, by whom', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [desk, thief] = [await server.device(account, 'Desk'), await server.device(account, 'Stolen phone')]
  const live = await desk.connect()
  const news = () => live.events.filter((it) => it.event === 'devices').flatMap((it) => it.payload.news ?? [])
  const posts = Array.from({ length: 60 }, (_, n) => ({ messageId: crypto.randomUUID(), content: `${n}` }))
  await desk.send(posts)
  const remove = (from: number, to: number) =>
    thief.send(posts.slice(from, to).map((it) => ({ content: '', kind: 'delete' as const, targetId: it.messageId })))
  await remove(0, 19)
  await remove(19, 40)
  await remove(40, 60)
  await live.until(() => news().some((it) => it.count === 60))
  expect(news().at(-1)).toMatchObject({ what: 'deleted', by: 'Stolen phone', count: 60 })
  const { cookie } = await signIn(server.http, account)
  await server.http('DELETE', `/v1/devices/${thief.deviceId}`, { token: desk.token, cookie })
  await live.until(() => news().some((it) => it.what === 'removed'))
  // The burst is one line, however many requests it took.
  const all = await listOf(server, { token: desk.token })
  expect(all.filter((it: { what: string }) => it.what === 'deleted')).toHaveLength(1)
})

test('renames push nothing out of the list, also those that come at once', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [desk, thief] = [await server.device(account, 'Desk'), await server.device(account, 'Stolen phone')]
  const rename = (deviceId: string, name: string) =>
    server.http('PATCH', `/v1/devices/${deviceId}`, { token: thief.token, json: { name } })
  for (let n = 0; n < 120; n += 1) await Promise.all([rename(desk.deviceId, `a${n}`), rename(thief.deviceId, `b${n}`)])
  await Promise.all(Array.from({ length: 20 }, (_, n) => rename(desk.deviceId, `c${n}`)))
  await rename(desk.deviceId, 'the last')
  const list: Activity[] = await listOf(server, { token: desk.token })
  expect(list.filter((it) => it.what === 'joined').map((it) => it.device)).toEqual(['Stolen phone', 'Desk'])
  const renamed = list.filter((it) => it.what === 'renamed')
  expect(renamed).toHaveLength(2)
  expect(renamed).toContainEqual(expect.objectContaining({ device: 'Desk', name: 'the last' }))
  expect(renamed).toContainEqual(expect.objectContaining({ device: 'Stolen phone', name: 'b119', by: 'Stolen phone' }))
})

test("a few deletes are nobody's news", async () => {
  await using server = await startServer()
  const desk = await server.device(await server.signUp(), 'Desk')
  const posts = Array.from({ length: 19 }, (_, n) => ({ messageId: crypto.randomUUID(), content: `${n}` }))
  await desk.send(posts)
  const deletes = posts.map((it) => ({
    messageId: crypto.randomUUID(),
    content: '',
    kind: 'delete' as const,
    targetId: it.messageId,
  }))
  await desk.send(deletes)
  // A retry deletes nothing more.
  await desk.send(deletes)
  expect((await listOf(server, { token: desk.token })).map((it: { what: string }) => it.what)).toEqual(['joined'])
})
