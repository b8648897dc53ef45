import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { builtPages, guardPages, type PageFiles } from './page-door.ts'

const built = {
  '.next/server/app/index.html': 'home',
  '.next/server/app/pair.html': 'pair',
  '.next/server/app/_not-found.html': 'There is no such page',
  '.next/server/app/_global-error.html': 'error',
  '.next/server/pages/500.html': 'error',
  '.next/server/app/manifest.webmanifest.body': '{}',
  '.next/server/app/page.js': 'secret',
  '.next/static/chunks/app/[id]/page-1a.js': 'code',
  '.next/static/media/inter.woff2': 'font',
  '.next/build-manifest.json': 'secret',
  'public/sw.js': 'worker',
  'public/icons/bird.png': 'icon',
}

let files: PageFiles
let removeFolder: () => Promise<void>
afterAll(() => removeFolder())

beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'roost-pages-'))
  removeFolder = () => rm(dir, { recursive: true })
  for (const [path, content] of Object.entries(built)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), content)
  }
  files = builtPages(dir)
})

test('what can be read is pages and static files', () => {
  expect([...files.paths].sort()).toEqual([
    '/',
    '/_next/static/chunks/app/[id]/page-1a.js',
    '/_next/static/media/inter.woff2',
    '/icons/bird.png',
    '/manifest.webmanifest',
    '/pair',
    '/sw.js',
  ])
})

/** In place of Next: notes everything that it is shown, as a log would. */
async function door() {
  const seen: string[] = []
  const handle = guardPages(files, (request, response) => {
    seen.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)} ${request.rawHeaders}`)
    response.end('page')
  })
  const server = createServer(handle).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => resolve({ status: answer.statusCode, text }))
      })
      asked.on('error', reject).end()
    })
  return { ask, seen }
}

const WORDS = 'mark-from-outside%0A%1B[31m'

test.each([
  '/_next/image',
  `/_next/image?url=${WORDS}&w=64&q=75`,
  `/_next/data/build/index.json?${WORDS}`,
  `/_next/static/${WORDS}`,
  '/_next/static/../server/app/page.js',
  '/_next/static/%2e%2e/server/app/page.js',
  '/_next/webpack-hmr',
  '/__nextjs_original-stack-frames',
  `/${WORDS}`,
  `/pair/${WORDS}`,
  '//evil.example/pair',
  '/%E0%A4%A',
  '/index',
  '/_not-found',
  '/500',
  '/index.rsc',
  '/pair.txt',
  `/_next/action/${WORDS}`,
])('%s never comes to Next', async (path) => {
  const { ask, seen } = await door()
  for (const method of ['GET', 'POST', 'OPTIONS']) expect((await ask(path, method)).status).toBe(404)
  expect(seen).toEqual([])
})

test('however long a path is, it never comes to Next', async () => {
  const { ask, seen } = await door()
  expect((await ask(`/_next/image?url=${WORDS.repeat(300)}`)).status).toBe(404)
  expect(seen).toEqual([])
})

test('nor does anything but a read', async () => {
  const { ask, seen } = await door()
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    expect((await ask('/', method, { 'Next-Action': 'mark-from-outside' })).status).toBe(404)
  }
  expect(seen).toEqual([])
})

test('of a page Next sees its path, and of the headers only what a file needs', async () => {
  const { ask, seen } = await door()
  const words = 'mark-from-outside'
  const next = { RSC: '1', 'Next-Router-State-Tree': words, 'Next-Url': words, 'x-middleware-subrequest': words }
  const more = {
    Cookie: `__prerender_bypass=${words}`,
    'X-Forwarded-Host': words,
    'x-nextjs-data': '1',
    Purpose: words,
  }
  const { status, text } = await ask(`/pair/?_rsc=${words}`, 'GET', { ...next, ...more, 'If-None-Match': '"1"' })
  expect([status, text]).toEqual([200, 'page'])
  expect(seen).toHaveLength(1)
  expect(seen[0]).toMatch(/^GET \/pair \{/)
  expect(seen[0]).toContain('if-none-match')
  expect(seen[0]).not.toContain(words)
  expect(seen[0]).not.toMatch(/rsc|next/i)
})

test('people see a page that says so; a missing script is no page', async () => {
  const { ask } = await door()
  expect((await ask('/nothing')).text).toBe('There is no such page')
  expect((await ask('/_next/static/nothing.js')).text).toBe('Not found\n')
  expect((await ask('/_next/static/chunks/app/%5Bid%5D/page-1a.js')).text).toBe('page')
})
