import { expect, test } from 'vitest'
import { servers } from '../../scripts/cluster-servers.mjs'
import { onNodes } from '../parts/place.ts'
import { postgresCpu } from '../parts/postgres-cpu.ts'
import { oneOfEach } from './one-of-each.ts'

const isHere = (await postgresCpu(servers.TEST_DATABASE_URL)) !== undefined

test.for(oneOfEach(0.004).map((it) => [it.what, it] as const))('what %s costs can be measured', async ([, it]) => {
  await using place = await onNodes()
  const costs = await it.measure(place)
  const parts = Object.keys(costs).filter((unit) => unit.startsWith('µs of'))
  expect(parts.map((unit) => unit.split(' ')[2])).toEqual(['node', ...(isHere ? ['PostgreSQL'] : []), 'Redis'])
  expect(Object.values(costs).filter((value) => !Number.isFinite(value))).toEqual([])
})
