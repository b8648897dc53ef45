import { expect, test } from './fixtures/test.ts'

test('a third device never sees a direct message, nor gets it', async ({ device }) => {
  const [desk, phone, tablet] = [await device('Desk'), await device('Phone'), await device('Tablet')]
  await desk.write('between the two of us', 'Phone')
  await phone.sees(['between the two of us'])
  await desk.write('for all')
  for (const it of [desk, phone]) await it.sees(['between the two of us', 'for all'])
  await tablet.sees(['for all'])
  await tablet.isLevel(2)
  await expect(tablet.page.getByText('between the two of us')).toHaveCount(0)
  expect((await tablet.holdsWhatIsForIt()).map((it) => it.content)).toEqual(['for all'])
})
