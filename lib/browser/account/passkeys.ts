import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { RoostOptions } from '../../core/roost-options.ts'
import { routes } from '../../protocol/routes.ts'
import { BrowserError } from '../browser-error.ts'
import { callAccount } from './call-account.ts'

/** Passkeys, as the browser shows them to its person. Loaded when a person asks for one. */
export function createPasskeys({ serverUrl }: RoostOptions) {
  const ask = (path: string, body?: unknown) => callAccount(serverUrl, path, body)

  return {
    /** Signs in to the account of the passkey that the person chooses. */
    async signIn(): Promise<void> {
      const optionsJSON = (await ask(routes.passkeyOptions)) as Parameters<typeof startAuthentication>[0]['optionsJSON']
      const response = await orCancelled(startAuthentication({ optionsJSON }))
      await ask(routes.passkeySignIn, { response })
    },
    async add(name: string): Promise<void> {
      const optionsJSON = (await ask(routes.newPasskeyOptions)) as Parameters<
        typeof startRegistration
      >[0]['optionsJSON']
      const response = await orCancelled(startRegistration({ optionsJSON }))
      await ask(routes.newPasskey, { name, response })
    },
  }
}

/** The browser gives the same error when a person says no, has no passkey here, or waits too long. */
async function orCancelled<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony
  } catch {
    throw new BrowserError('passkey_cancelled')
  }
}
