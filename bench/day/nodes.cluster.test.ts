import { expect, test } from 'vitest'
import { servers } from '../../scripts/test/cluster-servers.mjs'
import { postgresCpu } from '../parts/postgres-cpu.ts'
import { runDay } from './run.ts'

const isHere = (await postgresCpu(servers.TEST_DATABASE_URL)) !== undefined

test('a short day of two nodes, one of them killed: everybody is level, and each part reports its processor time', async () => {
  const report = await runDay({ users: 5, seconds: 3, messages: 10, seed: 1, nodes: 2 })
  expect(report.problems).toEqual([])
  expect(report.counts.sends.length).toBe(50)
  expect(report.outageMs).not.toBeNull()
  expect(Object.keys(report.cpuTime)).toEqual(['node', ...(isHere ? ['PostgreSQL'] : []), 'Redis'])
  expect(report.cpuTime.node).toBeGreaterThan(0)
  expect(report.stored.message).toBeGreaterThan(100)
  expect(report.stored.visible).toBeGreaterThan(10)
  expect(report.redisBytes).toBeGreaterThanOrEqual(0)
})
