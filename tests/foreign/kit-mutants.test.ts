import { expect, test, vi } from 'vitest'
import { clientMutants } from '../../kit/mutants/client-mutants.ts'
import { judgeClientMutant } from '../../kit/mutants/client-with-mutant.ts'
import { hasPython } from './python-device.ts'

vi.setConfig({ testTimeout: 300_000, maxConcurrency: 6 })

const PATIENCE_MS = 10_000

// The example passes without a bug: kit.test.ts shows it.
test.skipIf(!hasPython).concurrent.each(clientMutants)('$what: $check turns red', async (mutant) => {
  const verdict = await judgeClientMutant(mutant, true, PATIENCE_MS)
  expect(verdict).toMatchObject({ id: mutant.check, outcome: 'failed' })
  // It has to fail by what the client does, not because the client never came so far.
  expect(verdict?.reason).not.toContain('a claim and a first pull')
})
