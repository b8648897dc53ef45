import { expect, test } from './fixtures/test.ts'

/** Uses DevTools' protocol: no other door changes the time zone of an open page. app/words/time/surroundings.test.ts has the rest. */
test('times and days on screen follow the machine to another time zone', { tag: '@devtools' }, async ({ device }) => {
  const desk = await device('Desk')
  const { page } = desk
  const machine = await page.context().newCDPSession(page)
  const travel = (timezoneId: string) => machine.send('Emulation.setTimezoneOverride', { timezoneId })
  await travel('UTC')
  await desk.write('where am I?')
  await desk.sees(['where am I?'])
  const time = page.locator('[data-version="1"] time')
  const sent = new Date((await time.getAttribute('datetime')) ?? '')
  const inZone = (timeZone: string) =>
    sent.toLocaleTimeString('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' })
  await expect(time).toHaveText(inZone('UTC'))
  await travel('Asia/Kathmandu')
  await expect(time).toHaveText(inZone('Asia/Kathmandu'))
  await travel('Pacific/Niue')
  await expect(time).toHaveText(inZone('Pacific/Niue'))
})
