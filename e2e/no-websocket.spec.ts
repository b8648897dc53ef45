import { expect, test } from './fixtures/test.ts'

test('where the network blocks WebSocket, messages go both ways over HTTP', async ({ device, account }) => {
  const phone = await device('Phone')
  const script = await account.script('Script')
  await phone.page.routeWebSocket(/socket\.io/, (socket) => socket.close({ code: 1008 }))
  await phone.reload()
  await phone.is('waiting')
  await phone.write('out')
  await expect.poll(async () => (await script.history()).map((it) => it.content)).toEqual(['out'])
  await script.send(['in'])
  await phone.page.getByRole('button', { name: 'Check now' }).click()
  await phone.sees(['out', 'in'])
})
