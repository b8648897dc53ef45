import { pathOf } from '../../../lib/protocol/calls.ts'
import { routes } from '../../../lib/protocol/routes.ts'
import { signIn } from '../../../tests/kit/clients/account.ts'
import { removeUser } from '../../operations/users/remove-user.ts'
import { withUsers } from '../../operations/users/with-users.ts'
import type { Right } from './payloads.ts'
import type { World } from './world.ts'

/** Ways to lose rights, and which ones. */
export const withdrawals: Record<string, { ends: Right[]; by: (world: World) => Promise<unknown> }> = {
  'the device is removed': {
    ends: ['token', 'cookie', 'code'],
    async by({ server, account, desk, phone }) {
      const { cookie } = await signIn(server.http, account)
      await server.http('DELETE', pathOf('revokeDevice', phone.deviceId), { token: desk.token, cookie })
    },
  },
  'the sign-in is signed out': {
    ends: ['cookie'],
    by: ({ server, account: { cookie } }) => server.http('POST', routes.signOut, { cookie }),
  },
  'the password is reset': {
    ends: ['cookie', 'password'],
    by: ({ config, phone }) => withUsers(config, ({ users }) => users.resetPassword(phone.userId, 'another password')),
  },
  'the account is deleted': {
    ends: ['token', 'cookie', 'code', 'password'],
    by: ({ config, phone }) => withUsers(config, (deps) => removeUser(deps, phone.userId)),
  },
}
