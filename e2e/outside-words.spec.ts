import { request } from 'node:http'
import { expect, test } from 'playwright/test'
import { startServerProcess } from '../tests/kit/server/server-process.ts'

const MARK = 'mark-from-outside'
const WORDS = `${MARK}%0A%1B[31m`

const doors = [
  `/_next/image?url=${WORDS}&w=64&q=75`,
  `/_next/image?url=http://127.0.0.1:1/${WORDS}&w=64&q=75`,
  `/_next/image?url=${MARK}${'x'.repeat(4_000)}&w=64&q=75`,
  `/_next/data/${WORDS}/index.json`,
  `/_next/static/${WORDS}`,
  `/_next/${WORDS}`,
  `/${WORDS}`,
  `/pair/${WORDS}`,
  `/?${WORDS}`,
  '/%E0%A4%A',
  `/index.rsc?_rsc=${WORDS}`,
  `/v1/${WORDS}`,
  `/api/${WORDS}`,
  `/api/auth/${WORDS}`,
  `/socket.io/?EIO=4&transport=${WORDS}`,
  `/metrics/${WORDS}`,
]

const headers = {
  ...{ 'Next-Action': MARK, RSC: '1', 'Next-Router-State-Tree': MARK, 'Next-Router-Prefetch': '1', 'Next-Url': MARK },
  ...{ 'x-middleware-subrequest': MARK, 'x-nextjs-data': MARK, 'X-Forwarded-Host': MARK, Cookie: `a=${MARK}` },
  ...{ 'User-Agent': MARK, 'Content-Type': 'multipart/form-data; boundary=x', Origin: `http://${MARK}` },
}

function ask(url: string, path: string, method: string, more: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url)
    const asked = request({ host: '127.0.0.1', port, path, method, headers: more }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject).end(method === 'POST' ? `--x\r\n${MARK}\n` : undefined)
  })
}

test('no word from outside gets into the log, whatever door it knocks at', async () => {
  await using server = startServerProcess({ PAGES: 'on', LOG_LEVEL: 'trace' })
  const url = await server.ready
  expect(await ask(url, '/', 'GET', {})).toBe(200)
  for (const path of doors) {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      for (const more of [{}, headers]) {
        const status = await ask(url, path, method, more)
        if (path.startsWith('/_next/')) expect(status, `${method} ${path}`).toBe(404)
      }
    }
  }
  await server.end('SIGTERM')
  expect(server.output()).toContain('Roost is ready')
  expect(server.output()).not.toContain(MARK)
  expect(server.output()).not.toContain('\u001b')
})
