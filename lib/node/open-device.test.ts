import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../tests/kit/server/start-server.ts'
import type { ReceivedMessage, RoostDevice } from '../client/types.ts'
import { openDevice } from './open-device.ts'

async function opened() {
  const server = await startServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const account = await server.signUp()
  const desk = await server.device(account, 'Desk')
  const directory = mkdtempSync(join(tmpdir(), 'roost-library-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const answer = await server.http('POST', '/v1/pairings', { token: desk.token, json: {} })
  const open = async () => {
    const device = await openDevice({ server: server.url, name: 'script', code: answer.json.code, directory })
    onTestFinished(() => device.close())
    return device
  }
  return { server, account, desk, directory, open }
}

async function take(device: RoostDevice, count: number, options = {}): Promise<ReceivedMessage[]> {
  const taken: ReceivedMessage[] = []
  for await (const message of device.messages(options)) {
    taken.push(message)
    if (taken.length === count) break
  }
  return taken
}
const texts = (messages: readonly { content: string }[]) => messages.map((it) => it.content)

test('a device that a code has made receives and sends, and is found again without the code', async () => {
  const { desk, open } = await opened()
  await desk.send([{ content: 'one' }, { content: 'two' }])
  const device = await open()
  expect(await take(device, 2)).toMatchObject([
    { content: 'one', fromName: 'Desk', to: 'all' },
    { content: 'two', version: 2 },
  ])
  await expect.poll(() => device.unread).toBe(2)
  const sent = await device.send('three', { to: 'Desk' })
  expect(await sent.stored).toMatchObject({ version: 3 })
  expect((await desk.history()).at(-1)).toMatchObject({ content: 'three', receiverDeviceId: desk.deviceId })
  await device.close()
  const again = await open()
  expect(again.id).toBe(device.id)
  await desk.send([{ content: 'four' }])
  expect(texts(await take(again, 1))).toEqual(['four'])
})

test('a second handle is refused while the device is open', async () => {
  const { open } = await opened()
  await open()
  await expect(open()).rejects.toMatchObject({ code: 'blocked' })
})

test('with ack after, the message whose body did not finish comes again, and none is skipped', async () => {
  const { desk, open } = await opened()
  await desk.send([{ content: 'a' }, { content: 'b' }, { content: 'c' }])
  const device = await open()
  const seen: string[] = []
  const work = async (failAt: string) => {
    for await (const { content } of device.messages({ ack: 'after' })) {
      seen.push(content)
      if (content === failAt) throw new Error('crash')
    }
  }
  await expect(work('b')).rejects.toThrow('crash')
  expect(texts(await take(device, 2, { ack: 'after' }))).toEqual(['b', 'c'])
  expect(seen).toEqual(['a', 'b'])
  expect(texts(await take(device, 3, { name: 'another' }))).toEqual(['a', 'b', 'c'])
})

test('a loop may begin when the device joined, hears what comes live, and ends with the device', async () => {
  const { desk, open } = await opened()
  await desk.send([{ content: 'before' }])
  const device = await open()
  const heard: string[] = []
  const loop = (async () => {
    for await (const { content } of device.messages({ from: 'joined' })) {
      heard.push(content)
      if (content === 'live 2') await device.close()
    }
  })()
  await desk.send([{ content: 'live 1' }])
  await desk.send([{ content: 'live 2' }])
  await loop
  expect(heard).toEqual(['live 1', 'live 2'])
  await expect(device.send('late')).rejects.toMatchObject({ code: 'closed' })
})

test('a removed device ends its loop and leaves nothing in the directory', async () => {
  const { server, account, open } = await opened()
  const device = await open()
  await device.sync()
  const loop = expect(take(device, 1)).rejects.toMatchObject({ code: 'revoked' })
  await server.http('DELETE', `/v1/devices/${device.id}`, { cookie: account.cookie })
  await loop
  await device.close()
  await expect(open()).rejects.toMatchObject({ code: 'not_found' })
})
