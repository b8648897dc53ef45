import { randomUUID } from 'node:crypto'
import { openTestDevice } from '../tests/kit/clients/test-device.ts'
import { closeSettings, openSettings, proveIdentity } from './fixtures/settings.ts'
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

  const settings = await openSettings(desk.page)
  await expect(settings.getByRole('region', { name: 'Activity' })).toContainText('30 texts were deleted')
  await settings.getByRole('link', { name: 'Bin' }).click()
  await proveIdentity(settings)
  const texts = settings.getByRole('region', { name: 'Deleted texts' })
  await texts.getByRole('listitem').filter({ hasText: 'text 29' }).getByRole('button', { name: 'Bring back' }).click()
  await expect(texts.getByText('text 29')).toHaveCount(0)

  await texts.getByRole('button', { name: 'Delete all for good' }).click()
  const question = desk.page.getByRole('alertdialog')
  await expect(question.getByRole('button', { name: 'Keep them' })).toBeFocused()
  await question.getByRole('button', { name: 'Delete all for good' }).click()
  await expect(texts.getByText('Nothing was deleted lately.')).toBeVisible()
  await closeSettings(settings)
  await desk.isLevel(61)
  await desk.sees(['text 29'])

  await notice.getByRole('button', { name: 'Got it' }).click()
  await expect(notice).toHaveCount(0)
  await desk.reload()
  await desk.isLevel(61)
  await expect(notice).toHaveCount(0)
})
