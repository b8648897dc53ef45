import { databaseOf } from './fixtures/stored-messages.ts'
import { expect, test } from './fixtures/test.ts'

test('a database that is deleted under the app fills itself again', async ({ device }) => {
  const [desk, phone] = [await device('Desk'), await device('Phone')]
  await desk.write('kept by the server')
  await phone.sees(['kept by the server'])
  await phone.page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name)
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      }),
    databaseOf(await phone.id()),
  )
  await desk.write('written meanwhile')
  await phone.sees(['kept by the server', 'written meanwhile'])
  expect(await phone.holdsWhatIsForIt()).toHaveLength(2)
})

test('where the browser lets it store nothing, the device works from memory and says so', async ({
  device,
  otherBrowser,
}) => {
  const desk = await device('Desk')
  const denied = await otherBrowser()
  await denied.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError')
    }
    Object.defineProperty(IDBFactory.prototype, 'open', { value: refuse })
  })
  const page = await denied.newPage()
  await page.goto(new URL('/', desk.page.url()).href)
  await page.getByLabel('Name of this device').fill('Private window')
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  const inbox = page.locator('[data-connection]')
  await expect(inbox).toHaveAttribute('data-connection', 'live')
  await desk.write('into the private window')
  await expect(page.locator('[data-version="1"]')).toContainText('into the private window')
  await expect(page.getByText('gone when you close the tab')).toBeVisible()
})
