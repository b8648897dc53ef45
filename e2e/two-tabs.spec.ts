import { expect, test } from './fixtures/test.ts'

test('what one tab writes, the other shows, in one order for both', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await desk.write('from the desk')
  await sofa.sees(['from the desk'])
  await sofa.write('from the sofa')
  await desk.sees(['from the desk', 'from the sofa'])
  await desk.write('over\nand out')
  for (const it of [desk, sofa]) await it.sees(['from the desk', 'from the sofa', 'over\nand out'])
  expect(await desk.holdsWhatIsForIt()).toEqual(await sofa.holdsWhatIsForIt())
})

test('text arrives exactly as it was written', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  const texts = [
    '  spaces  kept\n\n\ttabs, too',
    'שלום עולם',
    'مرحبا، كيف الحال؟',
    '👩‍👩‍👧‍👦 🏳️‍🌈',
    '<b>not bold</b> & "quoted"',
  ]
  for (const text of texts) await desk.write(text)
  await sofa.sees(texts)
  expect((await sofa.holdsWhatIsForIt()).map((it) => it.content)).toEqual(texts)
})

test('each message tells how far it has come', async ({ device }) => {
  const [desk, sofa] = [await device('Desk'), await device('Sofa')]
  await sofa.workOffline(true)
  await desk.write('hello?')
  const message = desk.page.locator('[data-version="1"]')
  await expect(message).toContainText('Sofa gets it when it wakes')
  await sofa.workOffline(false)
  await expect(message).toContainText('Everywhere')
})
