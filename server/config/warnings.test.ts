import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServerProcess } from '../../tests/kit/server/server-process.ts'

test('a data directory open to others and a near-miss are one line each in the log, and the server starts', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'roost-open-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  chmodSync(dataDir, 0o755)
  await using server = startServerProcess({ DATA_DIR: dataDir, RATE_LIMT: 'off' })
  await server.ready
  const lines = server
    .output()
    .split('\n')
    .filter((it) => it.startsWith('{'))
  expect(lines.map((it) => JSON.parse(it).msg)).toEqual([
    'RATE_LIMT is no setting of Roost and changes nothing: RATE_LIMIT is one',
    `DATA_DIR: others on this machine may look into ${dataDir}: chmod 700 ${dataDir}`,
  ])
})

test("a directory of one's own says nothing", async () => {
  await using server = startServerProcess()
  await server.ready
  expect(server.output()).not.toContain('{')
})
