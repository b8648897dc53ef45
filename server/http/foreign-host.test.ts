import { request } from 'node:http'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { startServer } from '../../tests/kit/server/start-server.ts'
import { namesThisMachine } from '../traffic/host.ts'

const own = ['127.0.0.1', '127.0.0.1:3000', '[::1]', '[::1]:3000', '192.168.7.4:80', 'localhost', 'LOCALHOST:3000']
const machine = ['box', 'Box:3000', 'box.local', 'box.home.arpa', 'roost.localhost', 'localhost.', 'box.local.:80']
test.each([...own, ...machine])('%s names this machine', (host) => {
  expect(namesThisMachine(host, 'box.home.arpa')).toBe(true)
})

const foreign = ['evil.example', 'localhost.evil.example', 'box.evil.example', '127.0.0.1.nip.io', 'xlocalhost', '']
test.each([...foreign, 'notbox', 'box.localx', '2130706433.evil.example', 'evil.example:3000', '[evil]'])(
  '%j does not',
  (host) => {
    expect(namesThisMachine(host, 'box.home.arpa')).toBe(false)
  },
)

type Answer = { status: number; text: string }

/** `fetch` sets Host itself. */
function ask(port: number, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve({ status: answer.statusCode ?? 0, text: '' })
    })
    asked.on('error', reject).end()
  })
}

const live = {
  ...{ Connection: 'Upgrade', Upgrade: 'websocket' },
  ...{ 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' },
}
const LIVE_PATH = '/socket.io/?EIO=4&transport=websocket'

test('without BASE_URL, who calls by a name of somebody else is refused at every door with one line', async () => {
  await using server = await startServer({ metrics: true })
  for (const path of ['/', '/pair', '/v1/messages', '/api/roost/welcome', '/metrics', '/_next/image', LIVE_PATH]) {
    const headers = { ...(path === LIVE_PATH ? live : {}), Host: 'evil.example' }
    const { status, text } = await ask(server.port, path, headers)
    expect({ path, status }).toEqual({ path, status: 403 })
    expect(text).toMatch(/BASE_URL/)
    expect(text.trim()).not.toContain('\n')
  }
  const refused = JSON.parse((await ask(server.port, '/v1/messages', { Host: 'evil.example' })).text)
  expect(refused.error.code).toBe('forbidden')
  for (const path of ['/healthz', '/readyz']) {
    expect((await ask(server.port, path, { Host: 'evil.example' })).status).toBe(200)
  }
  expect((await ask(server.port, '/metrics', { Host: hostname() })).status).toBe(200)
  expect((await ask(server.port, LIVE_PATH, { ...live, Host: 'localhost' })).status).toBe(101)
})

test('with BASE_URL every name is answered, but the metrics without a token only by a name of this machine', async () => {
  await using server = await startServer({ metrics: true, baseUrl: 'https://roost.example' })
  const status = async (path: string, Host: string) => (await ask(server.port, path, { Host })).status
  expect(await status('/api/roost/welcome', 'roost.example')).toBe(200)
  expect(await status('/metrics', 'evil.example')).toBe(403)
  for (const own of ['localhost:3000', '127.0.0.1', '127.0.0.2:80', '[::1]:3000', hostname()]) {
    expect({ own, status: await status('/metrics', own) }).toEqual({ own, status: 200 })
  }
  // A proxy on this machine, which passes on by which address people have called it.
  for (const other of ['192.168.7.4', '203.0.113.5:3000', '[2001:db8::1]:80', '128.0.0.1', '0.0.0.0', '[::]']) {
    expect({ other, status: await status('/metrics', other) }).toEqual({ other, status: 403 })
  }
})
