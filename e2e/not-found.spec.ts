import { expect, test } from './fixtures/test.ts'

test('an address that there is none of says so, and leads to the inbox', async ({ page, server }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  const answer = await page.goto(`${server.url}/nothing-here`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  expect(complaints).toEqual([])
  await page.getByRole('link', { name: 'Go to your inbox' }).click()
  await expect(page.getByLabel('E-mail')).toBeVisible()
})
