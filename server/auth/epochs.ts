import { AsyncLocalStorage } from 'node:async_hooks'
import { APIError } from 'better-auth/api'
import { SIGN_IN_ENDED } from '../core/ports/auth.ts'
import type { Epochs } from '../core/ports/store.ts'

/** A column of the session: the epoch in which its sign-in began. */
export const epochField = { type: 'number', required: false, input: false, returned: false } as const

interface NewSession {
  id: string
  token: string
  userId: string
  epoch?: unknown
}
/** The library's call in which a hook runs. */
interface Call {
  path?: string | undefined
  context: {
    internalAdapter: { deleteSession(token: string): Promise<unknown> }
    session?: { user: { id: string } } | null
  }
}

export interface EpochHooks {
  /** Runs a request of the library: sessions that it makes belong to the present epoch, however long it takes. */
  begin<T>(run: () => Promise<T>): Promise<T>
  session: {
    create: {
      before(session: { userId?: unknown }): Promise<{ data: { epoch: number } }>
      after(session: NewSession, call: Call | null): Promise<void>
    }
  }
  account: { update: { before(change: { password?: unknown }, call: Call | null): Promise<void> } }
}

/**
 * A sign-in reads the password, then checks it for a while, then makes its session. When a new password is set meanwhile, the
 * new session has an old epoch, and is over before it is handed out. A change of the password takes as long.
 */
export function createEpochHooks(epochs: Epochs): EpochHooks {
  const beginning = new AsyncLocalStorage<number>()
  const isCurrent = (userId: string, epoch: unknown) => epochs.isCurrent(userId, Number(epoch))
  return {
    begin: async (run) => beginning.run(await epochs.newestEpoch(), run),
    session: {
      create: {
        async before({ userId }) {
          const epoch = beginning.getStore() ?? (await epochs.newestEpoch())
          // Also says no while the account is being deleted.
          if (!(await isCurrent(String(userId), epoch))) throw ended()
          return { data: { epoch } }
        },
        async after({ id, token, userId, epoch }, call) {
          if (!(await isCurrent(userId, epoch))) {
            await call?.context.internalAdapter.deleteSession(token)
            throw ended()
          }
          // The library has ended the other sessions, but not the sign-ins that have begun and have none yet.
          if (call?.path === '/change-password') await epochs.raiseEpoch(userId, id)
        },
      },
    },
    account: {
      update: {
        async before({ password }, call) {
          const user = call?.context.session?.user
          const epoch = beginning.getStore()
          if (password === undefined || !user || epoch === undefined) return
          if (!(await isCurrent(user.id, epoch))) throw ended()
        },
      },
    },
  }
}

const ended = () =>
  new APIError('UNAUTHORIZED', {
    code: SIGN_IN_ENDED,
    message: 'The sign-ins of this account were ended meanwhile. Sign in again.',
  })
