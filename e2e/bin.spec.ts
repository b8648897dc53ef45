import { randomUUID } from 'node:crypto'
import { PASSWORD } from '../tests/kit/clients/account.ts'
import { openTestDevice } from '../tests/kit/clients/test-device.ts'
import { expect, test } from './fixtures/test.ts'

test('a stolen device deletes everything: every device says so, and the owner brings a text back', async ({
  device,
  account,
  server,
}) => {
  const desk = await device('Desk')
  const thief = openTestDevice(server.url, { token: (await account.script('Stolen phone')).token })
  const posts = Array.from({ length: 30 }, (_, n) => ({ messageId: randomUUID(), content: `text ${n}` }))
  await thief.send(posts)
  await desk.isLevel(30)
  await thief.send(posts.map((it) => ({ content: '', kind: 'delete' as const, targetId: it.messageId })))
  await desk.isLevel(60)
  const notice = desk.page.getByRole('status').filter({ hasText: '30 texts were deleted by “Stolen phone”' })
  await expect(notice).toBeVisible()

  await desk.page.getByRole('button', { name: 'Account' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Account' })
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByRole('region', { name: 'Activity' })).toContainText('30 texts were deleted')
  const texts = dialog.getByRole('region', { name: 'Deleted texts' })
  await texts.getByRole('listitem').filter({ hasText: 'text 29' }).getByRole('button', { name: 'Bring back' }).click()
  await expect(texts.getByText('text 29')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await desk.isLevel(61)
  await desk.sees(['text 29'])

  await notice.getByRole('button', { name: 'Got it' }).click()
  await expect(notice).toHaveCount(0)
  await desk.reload()
  await desk.isLevel(61)
  await expect(notice).toHaveCount(0)
})
