import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'
import { limits } from '../../lib/protocol/limits.ts'
import type { Accounts } from '../core/ports/accounts.ts'

/**
 * Passkeys belong to the name of the server and work on its pages only. A passkey stands for the password, so its device has to
 * check its person (a finger, a face, a PIN) each time: a stolen phone that lies open is no sign-in.
 */
export function passkeys(baseUrl: string, origins: readonly string[]) {
  return passkey({
    rpID: new URL(baseUrl).hostname,
    rpName: 'Roost',
    origin: [...origins],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    registration: {
      async afterVerification({ ctx, verification: { registrationInfo }, user }) {
        if (!registrationInfo?.userVerified) throw notVerified()
        const { adapter } = ctx.context
        const { id } = registrationInfo.credential
        const having = (field: string, value: string) => ({ model: 'passkey', where: [{ field, value }] })
        if ((await adapter.count(having('credentialID', id))) > 0) throw isTaken()
        if ((await adapter.count(having('userId', user.id))) >= limits.passkeys) throw tooMany()
      },
    },
    authentication: {
      afterVerification: async ({ verification }) => {
        if (!verification.authenticationInfo.userVerified) throw notVerified()
      },
    },
  })
}

function notVerified() {
  const message = 'Your device did not check that it is you. Use one with a fingerprint, a face or a PIN.'
  return new APIError('UNAUTHORIZED', { code: 'PERSON_NOT_VERIFIED', message })
}

/** A passkey opens the account that the library finds first, so it may be in one only. */
function isTaken() {
  const message = 'This passkey is in use here already. Make a new one.'
  return new APIError('CONFLICT', { code: 'PASSKEY_TAKEN', message })
}

function tooMany() {
  const message = `This account has ${limits.passkeys} passkeys, the most there can be: remove one first.`
  return new APIError('FORBIDDEN', { code: 'TOO_MANY_PASSKEYS', message })
}

type Handler = (request: Request) => Promise<Response>

/** Passkeys are added one after the other, on all nodes, so that two of a kind which come at once cannot both be first. */
export function addOneByOne(handle: Handler, make: Accounts['make']): Handler {
  const unguarded = async () => {}
  return (request) => {
    const adds = new URL(request.url).pathname.endsWith('/passkey/verify-registration')
    return adds ? make(unguarded, () => handle(request)) : handle(request)
  }
}
