import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../server/core/ports/store-contract/kit.ts'
import { startProgram } from '../tests/kit/process/program.ts'
import { startServer } from '../tests/kit/server/start-server.ts'

const main = resolve(import.meta.dirname, 'main.ts')

async function kit(...args: string[]) {
  const program = startProgram(process.execPath, [main, ...args])
  onTestFinished(async () => void (await program.end('SIGKILL')))
  return { code: await program.ended, output: program.output() }
}

test('it prints its verdicts, writes both reports, and ends with 0', async () => {
  await using server = await startServer()
  const folder = await temporaryFolder()
  const [junit, html] = [join(folder, 'junit.xml'), join(folder, 'report.html')]
  const { code, output } = await kit('server', server.url, '--only', 'P10', 'P14', '--junit', junit, '--html', html)
  expect(output).toContain('✓ MUST   P10.a-request-keeps-its-order')
  expect(output).toContain('skipped: it needs --expire')
  expect(output).toContain('1 passed, 0 failed, 1 skipped')
  expect(code).toBe(0)
  expect(readFileSync(junit, 'utf8')).toContain('tests="2" failures="0" skipped="1"')
  expect(readFileSync(html, 'utf8')).toContain(`The server at ${server.url}`)
})

test('it says why a server cannot be tested, and ends with 2', async () => {
  await using server = await startServer({ signUp: 'closed' })
  expect(await kit('server', server.url)).toMatchObject({ code: 2, output: expect.stringContaining('--email') })
  const gone = await kit('server', 'http://127.0.0.1:1')
  expect(gone).toMatchObject({ code: 2, output: expect.stringContaining('does not answer') })
})
