import type { RoostOptions } from '../../core/roost-options.ts'
import { routes } from '../../protocol/routes.ts'
import { credentialsFor } from '../../transport/http.ts'
import type { Browser } from '../browser.ts'
import { BrowserError } from '../browser-error.ts'
import { callAccount } from './call-account.ts'

/** The account calls, made as the person whose cookie the browser holds. */
export function createAccount(options: RoostOptions) {
  const { serverUrl } = options
  const ask = (path: string, body?: unknown) => callAccount(serverUrl, path, body)

  return {
    /** The account service requires a name, so it gets the part before the @. */
    async signUp({ email, password, invitation }: Parameters<Browser['signUp']>[0]): Promise<void> {
      await ask(routes.signUp, { name: email.split('@')[0] || email, email, password, invitation })
      // A server where everybody may sign up does not say that the address has an account. It only opens none.
      if ((await ask(routes.session)) === null) throw new BrowserError('email_taken')
    },
    async signIn(person: { email: string; password: string }): Promise<void> {
      await ask(routes.signIn, person)
    },
    async signInWithPasskey(): Promise<void> {
      await (await import('./passkeys.ts')).createPasskeys(options).signIn()
    },
    async signOut(): Promise<void> {
      await ask(routes.signOut, {})
    },
    /** Whether the browser holds an account session. If the server cannot be asked, the answer is no. */
    async hasSession(): Promise<boolean> {
      const init: RequestInit = {
        cache: 'no-store',
        credentials: credentialsFor(serverUrl),
        signal: AbortSignal.timeout(5_000),
      }
      try {
        const response = await fetch(serverUrl + routes.session, init)
        return response.ok && (await response.json()) !== null
      } catch {
        return false
      }
    },
  }
}
