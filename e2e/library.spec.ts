import { copyFileSync, createReadStream, existsSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'playwright/test'
import { signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice, type TestDevice } from '../tests/kit/clients/test-device.ts'
import { freePort } from '../tests/kit/network/free-port.ts'
import { createRestartableServer, type RestartableServer } from '../tests/kit/server/restartable-server.ts'
import { type Installed, installPackage } from '../tests/package/installed.ts'

let installed: Installed
let server: RestartableServer
let desk: TestDevice
let site: Server
let origin: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  installed = await installPackage()
  const port = await freePort()
  origin = `http://localhost:${port}`
  site = serveFiles(installed.folder).listen(port)
  server = await createRestartableServer({ ALLOWED_ORIGINS: origin })
  await server.start()
  desk = await createTestDevice(server.url, await signUp(createHttpClient(server.url)), 'Desk')
})
test.afterAll(async () => {
  site.close()
  site.closeAllConnections()
  await server[Symbol.asyncDispose]()
  installed[Symbol.dispose]()
})

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' }

function serveFiles(folder: string): Server {
  return createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://site').pathname)
    if (!existsSync(file) || extname(file) === '') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' })
    createReadStream(file).pipe(response)
  })
}

async function newCode(): Promise<string> {
  const answer = await createHttpClient(server.url)('POST', '/v1/pairings', { token: desk.token, json: {} })
  return answer.json.code
}

test('a plain page of another origin is a device, and goes on where it was after a reload', async ({ page }) => {
  copyFileSync(resolve('examples/html/index.html'), join(installed.folder, 'index.html'))
  await page.goto(`${origin}/index.html`)
  await page.getByLabel('Server').fill(server.url)
  await page.getByLabel('Code').fill(await newCode())
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(page.getByText('This page is the device')).toBeVisible()
  await desk.send([{ content: 'hello page' }])
  await expect(page.getByText('Desk: hello page')).toBeVisible()
  await page.getByLabel('Message').fill('from the page')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('A page: from the page')).toBeVisible()
  expect((await desk.history()).at(-1)?.content).toBe('from the page')

  await page.reload()
  await page.getByLabel('Server').fill(server.url)
  await page.getByRole('button', { name: 'Open' }).click()
  await desk.send([{ content: 'after the reload' }])
  await expect(page.getByText('Desk: after the reload')).toBeVisible()
  await expect(page.getByText('hello page')).toHaveCount(0)
})

test('a list with hooks shows its items without a server, and sends them once it is back', async ({ page }) => {
  copyFileSync(resolve('examples/react/todo.tsx'), join(installed.folder, 'todo.tsx'))
  writeFileSync(
    join(installed.folder, 'todo.html'),
    '<!doctype html><body></body><script type="module" src="todo.js"></script>',
  )
  await build({
    entryPoints: [join(installed.folder, 'todo.tsx')],
    outfile: join(installed.folder, 'todo.js'),
    nodePaths: [resolve('node_modules')],
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const item = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  const add = async (text: string) => {
    await page.getByLabel('New item').fill(text)
    await page.getByRole('button', { name: 'Add' }).click()
  }
  await page.goto(`${origin}/todo.html?server=${server.url}#${await newCode()}`)
  await expect(page.getByRole('status')).toContainText('live')
  await add('milk')
  await expect(item('milk')).toHaveAttribute('data-state', 'received')
  await server.kill()
  await add('bread')
  await item('milk').getByRole('checkbox').click()
  await expect(item('milk').getByRole('checkbox')).toBeChecked()
  await page.reload()
  await expect(item('bread')).toHaveAttribute('data-state', 'waiting')
  await expect(item('milk').getByRole('checkbox')).toBeChecked()
  await server.start()
  await expect(item('bread')).toHaveAttribute('data-state', 'received')
  expect((await desk.history()).filter((it) => it.content === 'bread')).toHaveLength(1)
  expect(errors).toEqual([])
})
