import { SELF } from '../lib/storage/contract/fixtures.ts'
import { frozen } from '../lib/testing/older-shapes/frozen.ts'
import { thaw } from '../lib/testing/older-shapes/thaw.ts'
import { asDevice } from './fixtures/device.ts'
import { databaseOf } from './fixtures/stored-messages.ts'
import { expect, test } from './fixtures/test.ts'

const entry = { deviceId: SELF, userId: 'ada', name: 'Phone', token: 'unknown', lastUsed: 1, switchedOff: true }

for (const copy of frozen) {
  test(`a device that was last opened with shape ${copy.version} shows all that it held`, async ({ server, page }) => {
    // A page of the same origin that opens no database.
    await page.goto(`${server.url}/healthz`)
    await page.evaluate(thaw, { name: databaseOf(SELF), frozen: copy })
    const registry = { version: 1, stores: [{ name: 'devices', keyPath: 'deviceId', indexes: [], records: [entry] }] }
    await page.evaluate(thaw, { name: 'roost', frozen: registry })

    await page.goto(server.url)
    const phone = await asDevice(page, server.url, 'Phone')
    await phone.is('switchedOff')
    await expect(phone.inbox).toHaveAttribute('data-cursor', '84')
    const held = await phone.holds()
    expect(held.map((it) => it.version)).toEqual(Array.from({ length: 84 }, (_, index) => index + 1))
    await phone.waits(['draft 103'])
    await expect(page.getByText('post 80 of 1')).toBeAttached()
    await expect(page.getByText('to me', { exact: true })).toBeVisible()
    await phone.write('and it goes on')
    await phone.waits(['draft 103', 'and it goes on'])
  })
}
