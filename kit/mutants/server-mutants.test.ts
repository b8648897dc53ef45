import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serverChecks } from '../server/checks/all.ts'
import { serverMutants } from './server-mutants.ts'
import { type ServerWithMutants, startServerWithMutants } from './server-with-mutants.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let server: ServerWithMutants
beforeAll(async () => {
  server = await startServerWithMutants()
})
afterAll(() => server[Symbol.asyncDispose]())

// The checks pass without a bug: server.test.ts shows it.
test.each(serverMutants)('$what: $check turns red', async (mutant) => {
  expect(serverChecks.map((it) => it.id)).toContain(mutant.check)
  expect(await server.judge(mutant, true)).toMatchObject({ id: mutant.check, outcome: 'failed' })
})
