import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { entry, registryContract } from '../storage/contract/registry.contract.ts'
import { openNodeSqliteRegistry } from './registry.ts'

const root = mkdtempSync(join(tmpdir(), 'roost-registry-'))
let count = 0
const fresh = () => join(root, String(++count))
afterAll(() => rmSync(root, { recursive: true }))

registryContract('node:sqlite', async () => openNodeSqliteRegistry(fresh()))

test('two handles on one registry do not overwrite each other', async () => {
  const directory = fresh()
  const [one, two] = [openNodeSqliteRegistry(directory), openNodeSqliteRegistry(directory)]
  await one.add(entry('a', 1))
  await two.touch('a', 7)
  await one.setSwitchedOff('a', true)
  expect(await two.list()).toEqual([{ ...entry('a', 7), switchedOff: true }])
  one.close()
  await expect(one.list()).rejects.toMatchObject({ reason: 'closed' })
  two.close()
})
