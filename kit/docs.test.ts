import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deviceScenarios } from './device/scenarios/all.ts'
import { clientMutants } from './mutants/client-mutants.ts'
import { serverMutants } from './mutants/server-mutants.ts'
import { serverChecks } from './server/checks/all.ts'

const page = readFileSync(new URL('../docs/kit.md', import.meta.url), 'utf8')

test.each([...serverChecks, ...deviceScenarios])('docs/kit.md lists $id', ({ id, level, says }) => {
  expect(page).toContain(`| \`${id}\` | ${level} | ${says} |`)
})

test.each([...serverMutants, ...clientMutants])('docs/kit.md lists the bug: $what', ({ what, check }) => {
  expect(page).toContain(`| ${what} | \`${check}\` |`)
})

test('the ids of a client’s checks are there once', () => {
  const ids = deviceScenarios.map((it) => it.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { check } of clientMutants) expect(ids).toContain(check)
})
