import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { roost } from './testing/run-roost.ts'

test('npm run roost -- doctor says what it found, and ends with 1 when something is bad', async () => {
  await using child = startServerProcess()
  const url = await child.ready
  const settings = { DATA_DIR: child.dataDir, PORT: new URL(url).port, BASE_URL: url }
  const well = await roost(settings, 'doctor')
  expect(well.code, well.said).toBe(0)
  expect(well.said.split('\n').at(-1)).toMatch(/^ok {4}live +WebSockets get through/)

  const dir = mkdtempSync(join(tmpdir(), 'roost-doctor-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const ill = await roost({ DATA_DIR: dir, BASE_URL: 'http://127.0.0.1:1' }, 'doctor')
  expect(ill.code).toBe(1)
  expect(ill.said).toMatch(/^bad {3}outside +http:\/\/127\.0\.0\.1:1 does not answer/m)
  expect(await roost({ PORT: 'http' }, 'doctor')).toEqual({
    code: 1,
    said: 'bad   settings       PORT: must be a number from 0 to 65535 (0: any free port)',
  })
})
