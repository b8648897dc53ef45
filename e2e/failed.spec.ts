import type { Device } from './fixtures/device.ts'
import { writeTo } from './fixtures/receiver.ts'
import { removeDevice } from './fixtures/remove-device.ts'
import { expect, test } from './fixtures/test.ts'

const composer = (it: Device) => it.page.getByRole('textbox', { name: 'Message' })

/** A device with one message that the server refuses, because its receiver was removed meanwhile. */
async function refused(phone: Device, desk: Device): Promise<void> {
  await expect(phone.page.getByRole('button', { name: 'More about Tablet' })).toBeVisible()
  await phone.workOffline(true)
  await phone.write('only for the tablet', 'Tablet')
  await removeDevice(desk.page, 'Tablet')
  await expect(desk.page.getByRole('button', { name: 'More about Tablet' })).toHaveCount(0)
  await phone.workOffline(false)
  await expect(phone.page.getByText('The device that this was for has been removed.')).toBeVisible()
}

test('a failed message says why in plain words, and can go to all devices', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await refused(phone, desk)
  const row = phone.page.locator('[data-state="failed"]')
  expect(await row.textContent()).not.toMatch(/[0-9a-f]{8}-|receiverDeviceId|_/)
  await row.getByRole('button', { name: 'Send to all' }).click()
  await desk.sees(['only for the tablet'])
  await expect(row).toHaveCount(0)
})

test('a failed message goes to the device that the person chooses', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await refused(phone, desk)
  await phone.page.getByRole('button', { name: 'Choose a device' }).click()
  await phone.page.getByRole('dialog', { name: 'Send to' }).getByRole('button', { name: 'Desk' }).click()
  await desk.sees(['only for the tablet'])
  await expect(phone.page.locator('[data-state="failed"]')).toHaveCount(0)
})

test('a failed message goes back to the composer to be edited', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await refused(phone, desk)
  await writeTo(phone.page, 'All devices')
  await phone.page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(composer(phone)).toHaveValue('only for the tablet')
  await expect(composer(phone)).toBeFocused()
  await expect(phone.page.locator('[data-state="failed"]')).toHaveCount(0)
  await phone.reload()
  await expect(composer(phone)).toHaveValue('only for the tablet')
})

test('a failed message that is deleted can be taken back, and is gone for good after a reload', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await refused(phone, desk)
  const row = phone.page.locator('[data-state="failed"]')
  await row.getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
  const undo = phone.page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeFocused()
  await undo.click()
  await expect(row.getByText('Not sent.')).toBeVisible()
  await row.getByRole('button', { name: 'Delete' }).click()
  await expect(undo).toBeVisible()
  await phone.reload()
  await expect(row).toHaveCount(0)
})
