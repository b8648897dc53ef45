import { pathOf } from '../lib/protocol/calls.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createProxy } from '../tests/kit/network/proxy.ts'
import { createAccount } from './fixtures/account.ts'
import { becomeDevice } from './fixtures/device.ts'
import { admit, openInvitation } from './fixtures/pairing.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { expect, test } from './fixtures/test.ts'
import { chooseForThisDevice } from './fixtures/this-device.ts'

test.use({ ownServer: true })

test('where the network blocks WebSocket, messages go both ways over HTTP, and a device joins', async ({ context }) => {
  const proxy = await createProxy()
  await using server = await createBuiltServer({ BASE_URL: proxy.url })
  await server.start()
  proxy.aimAt(server.url)
  let blocked = 0
  proxy.inspect((chunk, direction) => {
    if (direction === 'down' || !/^Upgrade: websocket\r$/im.test(chunk.toString('latin1'))) return 'pass'
    blocked += 1
    return 'cut'
  })
  try {
    const account = await createAccount(proxy.url)
    await account.lendSession(context)
    const script = await account.script('Script')
    const phone = await becomeDevice(context, proxy.url, 'Phone')
    await phone.write('out')
    await expect.poll(async () => (await script.history()).map((it) => it.content)).toEqual(['out'])
    await script.send(['in'])
    await chooseForThisDevice(phone.page, 'Check now')
    await phone.sees(['out', 'in'])
    const { dialog, code } = await openInvitation(phone.page)
    const http = createHttpClient(proxy.url)
    const { json: claim } = await http('POST', pathOf('claimPairing'), { json: { code, name: 'Tablet' } })
    await admit(dialog, 'Tablet', claim.check)
    const collected = await http('POST', pathOf('collectClaim', claim.claimId), { json: { secret: claim.secret } })
    expect(collected.status).toBe(201)
    expect(await phone.inbox.getAttribute('data-connection')).not.toBe('live')
    expect(blocked).toBeGreaterThan(0)
  } finally {
    await proxy.close()
  }
})
