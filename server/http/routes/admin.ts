import { RoostError } from '../../../lib/protocol/error.ts'
import type { Session } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import { version } from '../version.ts'
import type { Answers } from './answer.ts'

type AdminCall = 'admin' | 'health' | 'backUp' | 'invite' | 'cancelInvitation' | 'removeAccount'

/** `/v1/admin`: for the person with the first account, who has just signed in. */
export function adminCalls({ auth, adminWork, mother, baseUrl }: GatewayDeps, identify: Identify): Answers<AdminCall> {
  async function admin(c: HttpContext): Promise<Session> {
    const session = await identify.freshSession(c)
    if (await auth.users.isFirst(session.userId)) return session
    throw new RoostError('forbidden', 'Only the person with the first account of this Roost may do that')
  }

  return {
    async admin(c) {
      const { userId } = await admin(c)
      const [all, invitations] = [await adminWork.accounts(), await auth.invitations.list()]
      const accounts = all.map((it) => ({ ...it, own: it.accountId === userId }))
      return { version, accounts, invitations, backup: adminWork.backUp !== undefined }
    },
    async health(c) {
      await admin(c)
      return { findings: await adminWork.health() }
    },
    async backUp(c) {
      await admin(c)
      if (!adminWork.backUp)
        throw new RoostError('conflict', 'This Roost keeps its messages in PostgreSQL: back it up with pg_dump')
      return adminWork.backUp()
    },
    async invite(c) {
      const { userId } = await admin(c)
      const { code, ...invitation } = await auth.invitations.make()
      await mother.noteSignIn(userId, 'invited', c.req.header('user-agent') ?? '')
      return { ...invitation, url: `${baseUrl()}/#invitation=${code}` }
    },
    async cancelInvitation(c) {
      await admin(c)
      await auth.invitations.cancel(c.req.param('invitationId') ?? '')
    },
    async removeAccount(c) {
      const { userId } = await admin(c)
      const accountId = c.req.param('accountId') ?? ''
      if (accountId === userId)
        throw new RoostError('conflict', 'This is your own account: delete it in the settings, under Account')
      await adminWork.removeAccount(accountId)
      await mother.noteSignIn(userId, 'accountRemoved', c.req.header('user-agent') ?? '')
    },
  }
}
