import { pathOf } from '../../../lib/protocol/calls.ts'
import type { Account } from '../../../tests/kit/clients/account.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { type Config, readConfig } from '../../config/config.ts'
import { withUsers } from '../../operations/users/with-users.ts'

export interface World {
  server: TestServer
  config: Config
  account: Account
  /** Removes the phone. */
  desk: TestDevice
  phone: TestDevice
  /** The phone's invitation. */
  code: string
}

export async function setUp(changes: Partial<Config>): Promise<World> {
  const server = await startServer(changes)
  const config = { ...readConfig({}), ...changes, dataDir: server.dataDir }
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'desk'), await server.device(account, 'phone')]
  await desk.send([{ content: 'one' }])
  const { json } = await server.http('POST', pathOf('offerPairing'), { token: phone.token })
  return { server, config, account, desk, phone, code: json.code }
}

/** All that a late call could change. */
export async function stateOf({ server, desk, config }: World) {
  const { devices } = await withUsers(config, ({ mother }) => mother.listDevices(desk.userId))
  const { text } = await server.http('GET', pathOf('inbox'), { token: desk.token })
  return { devices: devices.map((it) => [it.deviceId, it.name, it.lastReceivedVersion]), inbox: text }
}
