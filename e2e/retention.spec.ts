import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RestartableServer } from '../tests/kit/server/restartable-server.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

/** Makes everything that a stopped server holds two days older. */
function age(server: RestartableServer): void {
  const db = new DatabaseSync(join(server.dataDir, 'roost.db'))
  db.exec(`UPDATE message SET timestamp = timestamp - ${2 * 24 * 60 * 60_000}`)
  db.close()
}

test('a device that comes back after retention has passed it shows what is missing where, and goes on with its outbox', async ({
  device,
  server,
}) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  for (const text of ['1', '2']) await desk.write(text)
  await phone.isLevel(2)
  await phone.workOffline(true)
  await phone.write('written while away')
  await desk.write('removed before the phone could have it')
  await desk.isLevel(3)
  await server.stop()
  age(server)
  await server.start({ RETENTION_DAYS: '1' })
  await desk.is('live')
  await desk.write('new')
  await desk.isLevel(4)
  const gone = 'Some messages were removed from the server'
  await expect(desk.page.getByText(gone)).toHaveCount(0)

  await phone.workOffline(false)
  await phone.sees(['1', '2', 'new', 'written while away'])
  await phone.isLevel(5)
  await expect(phone.page.getByText(gone)).toHaveCount(1)
  const rows = await phone.page.getByRole('region', { name: 'Messages' }).getByRole('listitem').allTextContents()
  const place = rows.findIndex((it) => it.includes(gone))
  expect(rows[place - 1]).toContain('2')
  expect(rows[place + 1]).toContain('new')
  await desk.sees(['1', '2', 'removed before the phone could have it', 'new', 'written while away'])

  const late = await device('Late')
  await late.sees(['new', 'written while away'])
  await expect(late.page.getByText(gone)).toHaveCount(1)
})
