import { freePort } from '../tests/kit/network/free-port.ts'
import { createAccount } from './fixtures/account.ts'
import { becomeDevice } from './fixtures/device.ts'
import { createFront } from './fixtures/front.ts'
import { createMother } from './fixtures/mother.ts'
import { expect, test } from './fixtures/test.ts'

test('where the network blocks WebSocket, messages go both ways over HTTP', async ({ context }) => {
  const port = await freePort()
  const mother = await createMother({ BASE_URL: `http://127.0.0.1:${port}` })
  await mother.start()
  const front = await createFront(mother.url, port, { webSocket: false })
  try {
    const account = await createAccount(front.url)
    await account.lendSession(context)
    const script = await account.script('Script')
    const phone = await becomeDevice(context, front.url, 'Phone')
    await phone.write('out')
    await expect.poll(async () => (await script.history()).map((it) => it.content)).toEqual(['out'])
    await script.send(['in'])
    await phone.page.getByRole('button', { name: 'Check now' }).click()
    await phone.sees(['out', 'in'])
    expect(await phone.inbox.getAttribute('data-connection')).not.toBe('live')
  } finally {
    front.close()
    await mother.dispose()
  }
})
