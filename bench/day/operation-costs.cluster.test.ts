import { expect, test } from 'vitest'
import { servers } from '../../scripts/test/cluster-servers.mjs'
import { postgresCpu } from '../parts/postgres-cpu.ts'
import { clusterSetup } from '../parts/setup.ts'
import { operationCosts } from './operation-costs.ts'

const isHere = (await postgresCpu(servers.TEST_DATABASE_URL)) !== undefined

test.for(operationCosts(0.004).map((it) => [it.what, it] as const))('what %s costs can be measured', async ([, it]) => {
  await using setup = await clusterSetup()
  const costs = await it.measure(setup)
  const parts = Object.keys(costs).filter((unit) => unit.startsWith('µs of'))
  expect(parts.map((unit) => unit.split(' ')[2])).toEqual(['node', ...(isHere ? ['PostgreSQL'] : []), 'Redis'])
  expect(Object.values(costs).filter((value) => !Number.isFinite(value))).toEqual([])
})
