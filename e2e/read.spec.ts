import type { Device } from './fixtures/device.ts'
import { expect, test } from './fixtures/test.ts'

/** Whether somebody looks at the tab. A headless browser gives the focus to all of its tabs. */
function look(device: Device, focused: boolean): Promise<void> {
  return device.page.evaluate((has) => {
    document.hasFocus = () => has
    if (has) window.dispatchEvent(new Event('focus'))
  }, focused)
}

test('what was read on one device is not new on another', async ({ device }) => {
  const [desk, sofa, phone] = [await device('Desk'), await device('Sofa'), await device('Phone')]
  for (const it of [sofa, phone]) await look(it, false)
  await desk.write('one')
  await desk.write('two')
  for (const it of [sofa, phone]) await expect(it.page).toHaveTitle(`(2) ${it.name} – Roost`)
  await expect(desk.page).toHaveTitle('Desk – Roost')

  await look(sofa, true)
  for (const it of [sofa, phone]) await expect(it.page).toHaveTitle(`${it.name} – Roost`)
})

test('what was read offline is known elsewhere as soon as the device is back', async ({ device }) => {
  const [desk, sofa, phone] = [await device('Desk'), await device('Sofa'), await device('Phone')]
  for (const it of [sofa, phone]) await look(it, false)
  await desk.write('one')
  await expect(sofa.page).toHaveTitle('(1) Sofa – Roost')
  await sofa.workOffline(true)
  await look(sofa, true)
  await expect(sofa.page).toHaveTitle('Sofa – Roost')
  await expect(phone.page).toHaveTitle('(1) Phone – Roost')
  await sofa.workOffline(false)
  await expect(phone.page).toHaveTitle('Phone – Roost')
})
