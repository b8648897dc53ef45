import { resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { deviceScenarios } from '../../kit/device/scenarios/all.ts'
import { runChecks } from '../../kit/judge/run-checks.ts'
import { hasPython } from './python-device.ts'

// Dozens of interpreters, on a machine that may be busy.
vi.setConfig({ testTimeout: 600_000 })

const driver = resolve(import.meta.dirname, '../../examples/python/kit_driver.py')

test.skipIf(!hasPython)('the example in Python passes every check of the kit', async () => {
  const verdicts = await runChecks(deviceScenarios, { command: ['python3', driver], patienceMs: 120_000 }, () => {}, 6)
  const others = verdicts.filter((it) => it.outcome !== 'passed')
  expect(others.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
})
