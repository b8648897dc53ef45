import { passkey } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'

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
      afterVerification: async ({ verification }) => {
        if (!verification.registrationInfo?.userVerified) throw notVerified()
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
