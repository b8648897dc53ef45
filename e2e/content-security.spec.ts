import type { BrowserContext, Page } from 'playwright/test'
import { asDevice } from './fixtures/device.ts'
import { admit, askToJoin, openInvitation } from './fixtures/pairing.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ ownServer: true })

/** Collects what the browser refuses to the pages of this context from now on. */
function watchRefusals(context: BrowserContext): string[] {
  const refusals: string[] = []
  context.on('console', (line) => {
    if (/Content.Security.Policy|Refused to|Permissions policy/i.test(line.text())) refusals.push(line.text())
  })
  context.on('weberror', (it) => refusals.push(String(it.error())))
  return refusals
}

/** Puts markup into the page as a hole in the app would, and says whether it ran. */
async function runsInjected(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const state = globalThis as unknown as { injected?: boolean }
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<img src="/no-such-image.png" onerror="globalThis.injected = true">')
    const image = document.body.lastElementChild
    await new Promise((resolve) => image?.addEventListener('error', resolve))
    return state.injected === true
  })
}

test('every screen works under its policy, from the server and from the worker', async ({
  browser,
  context,
  server,
}) => {
  const refusals = watchRefusals(context)
  const page = await context.newPage()
  const first = await page.goto(server.url)
  const policy = (await first?.headerValue('content-security-policy')) ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  await page.getByLabel('E-mail').fill('ada@roost.test')
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Name of this device').fill('Desk')
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  const desk = await asDevice(page, server.url, 'Desk')
  await desk.is('live')
  await desk.write('hello https://example.org')
  await desk.sees(['hello https://example.org'])

  const { dialog, link } = await openInvitation(page)
  await expect(dialog.getByRole('img')).toBeVisible()
  const phoneBrowser = await browser.newContext()
  const phoneRefusals = watchRefusals(phoneBrowser)
  const pair = await phoneBrowser.newPage()
  await pair.goto(link)
  await admit(dialog, 'Phone', await askToJoin(pair, 'Phone'))
  const phone = await asDevice(pair, server.url, 'Phone')
  await phone.sees(['hello https://example.org'])
  await page.keyboard.press('Escape')

  // Menus and popovers place themselves, and draw styles of their own.
  await page.getByRole('button', { name: 'More about Desk' }).click()
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('[data-version] button[aria-haspopup="dialog"]').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.evaluate(() => navigator.serviceWorker.ready)
  expect(phoneRefusals).toEqual([])
  await server.kill()
  // The server is gone, so the page comes from the worker.
  const kept = await page.reload()
  expect(await kept?.headerValue('content-security-policy')).toBe(policy)
  await desk.sees(['hello https://example.org'])
  expect(refusals.filter((it) => !/ERR_CONNECTION_REFUSED|establish a connection/.test(it))).toEqual([])

  expect(await runsInjected(page)).toBe(false)
  expect(refusals.join('\n')).toMatch(/Content.Security.Policy/i)
  await phoneBrowser.close()
})
