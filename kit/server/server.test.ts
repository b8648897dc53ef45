import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { PASSWORD } from '../../tests/kit/clients/account.ts'
import { createRestartableServer } from '../../tests/kit/server/restartable-server.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'
import { choose, runChecks } from '../judge/run-checks.ts'
import type { Verdict } from '../judge/verdict.ts'
import { serverChecks } from './checks/all.ts'
import { openServer } from './tested-server.ts'

vi.setConfig({ testTimeout: 90_000 })

const not = (outcome: Verdict['outcome'], verdicts: readonly Verdict[]) =>
  verdicts.filter((it) => it.outcome !== outcome).map(({ id, reason }) => `${id}: ${reason}`)

/** They need a server that can be killed, or that forgets. */
const special = ['P2.acknowledged-outlives-a-kill', 'P14.retention-is-told']

test('our own server passes every check, and the kit leaves nothing there', async () => {
  await using server = await startServer()
  const first = await server.signUp()
  const tested = await openServer(server.url)
  const verdicts = await runChecks(
    serverChecks.filter((it) => !special.includes(it.id)),
    tested,
  )
  expect(not('passed', verdicts)).toEqual([])
  await tested.close()
  const { accounts } = (await server.http('GET', '/v1/admin', first)).json
  expect(accounts.map((it: { email: string }) => it.email)).toEqual([first.email])
})

const DAY = 24 * 60 * 60_000

test('killed, and after retention, it passes the checks that need a hand of the operator', async () => {
  await using server = await createRestartableServer()
  await server.start()
  const tested = await openServer(server.url, {
    async restart() {
      await server.kill()
      await server.start()
    },
    async expire() {
      await server.stop()
      const db = new DatabaseSync(join(server.dataDir, 'roost.db'))
      db.exec(`UPDATE message SET timestamp = timestamp - ${2 * DAY}`)
      db.close()
      await server.start({ RETENTION_DAYS: '1' })
      await expect.poll(async () => (await tested.desk.inbox()).floor).toBeGreaterThan(0)
    },
  })
  expect(not('passed', await runChecks(choose(serverChecks, special), tested))).toEqual([])
})

test('where nobody may sign up it takes accounts, and skips what a second one is needed for', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const tested = await openServer(server.url, { accounts: [{ email: account.email, password: PASSWORD }] })
  const verdicts = await runChecks(choose(serverChecks, ['P1', 'P11.another-account-sees-nothing']), tested)
  expect(not('passed', verdicts)).toEqual([
    'P1.a-new-history-begins-at-1: it needs a second account',
    'P11.another-account-sees-nothing: it needs a second account',
  ])
  await tested.close()
  const { devices } = (await server.http('GET', '/v1/devices', account)).json
  expect(devices).toEqual([])
})

test('each id is there once, and has a form that reports can rely on', () => {
  const ids = serverChecks.map((it) => it.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^(P\d{1,2}|[A-Z]+)\.[A-Za-z0-9-]+$/)
})
