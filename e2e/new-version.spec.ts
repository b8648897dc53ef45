import { freePort } from '../tests/kit/network/free-port.ts'
import { createAccount } from './fixtures/account.ts'
import { becomeDevice } from './fixtures/device.ts'
import { createFront } from './fixtures/front.ts'
import { createBuiltServer } from './fixtures/server.ts'
import { expect, test } from './fixtures/test.ts'
import { workerReady } from './fixtures/worker.ts'

test.use({ ownServer: true })

test('a new version takes over while it is used: nothing is lost, and the person is told to reload', async ({
  context,
}) => {
  const port = await freePort()
  const server = await createBuiltServer({ BASE_URL: `http://127.0.0.1:${port}` })
  await server.start()
  const front = await createFront(server.url, port)
  try {
    const account = await createAccount(front.url)
    await account.lendSession(context)
    const script = await account.script('Script')
    const phone = await becomeDevice(context, front.url, 'Phone')
    await workerReady(phone.page)
    await phone.reload()
    await script.send(['before'])
    await phone.sees(['before'])

    await phone.workOffline(true)
    await script.send(['during'])
    await phone.write('from the old version')
    front.releaseWorker('A newer build.')
    await phone.workOffline(false)
    const notice = phone.page.getByText('A new version is ready.')
    await expect(notice).toBeVisible()
    await phone.sees(['before', 'during', 'from the old version'])

    await phone.page.getByRole('button', { name: 'Reload' }).click()
    await expect(notice).toBeHidden()
    await phone.sees(['before', 'during', 'from the old version'])
    expect(await phone.holdsWhatIsForIt()).toHaveLength(3)
  } finally {
    front.close()
    await server[Symbol.asyncDispose]()
  }
})
