import * as v from 'valibot'
import { TransportError } from '../../core/ports.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { routes } from '../../protocol/routes.ts'
import { callOverHttp } from '../../transport/http.ts'
import type { OwnAccount } from '../browser.ts'
import { browserName } from '../browser-name.ts'
import { createDeviceCalls } from '../device-calls.ts'
import { callAccount } from './call-account.ts'
import { fresh } from './fresh.ts'

// A server before 1.1 does not say who is first.
const accountSchema = v.object({ email: v.string(), first: v.optional(v.boolean(), false) })
const ownSessionSchema = v.object({ session: v.object({ token: v.string() }) })
const sessionsSchema = v.array(v.object({ token: v.string(), createdAt: v.string(), userAgent: v.nullish(v.string()) }))

const passkeysSchema = v.array(v.object({ id: v.string(), name: v.nullish(v.string()) }))

/** The account of the device with this token. Screens load it when a person opens the settings. */
export function createOwnAccount(options: RoostOptions, token: string): OwnAccount {
  const { serverUrl } = options
  const calls = createDeviceCalls(options)
  const ask = (path: string, body?: unknown) => callAccount(serverUrl, path, body)
  const passkeys = async () => (await import('./passkeys.ts')).createPasskeys(options)
  let known: Promise<v.InferOutput<typeof accountSchema>> | undefined

  async function fetchAccount() {
    const init: RequestInit = { headers: { authorization: `Bearer ${token}` }, credentials: 'omit', cache: 'no-store' }
    try {
      const response = await fetch(serverUrl + routes.account, { ...init, signal: AbortSignal.timeout(15_000) })
      return v.parse(accountSchema, await response.json())
    } catch (error) {
      known = undefined
      throw new TransportError('no_answer', { cause: error })
    }
  }

  const about = () => (known ??= fetchAccount())
  const account: OwnAccount = {
    email: async () => (await about()).email,
    isFirst: async () => (await about()).first,
    admin: async () => (await import('./admin.ts')).createAdmin(options),
    async signIn(password) {
      await ask(routes.signIn, { email: await account.email(), password })
    },
    signInWithPasskey: async () => (await passkeys()).signIn(),
    async signOut() {
      await ask(routes.signOut, {})
    },
    async changePassword(currentPassword, newPassword) {
      await ask(routes.changePassword, { currentPassword, newPassword })
    },
    async signIns() {
      const [all, own] = await Promise.all([ask(routes.sessions), ask(routes.session)])
      const { session } = v.parse(ownSessionSchema, own)
      const signIns = v.parse(sessionsSchema, all).map(({ token: id, createdAt, userAgent }) => {
        const browser = userAgent ? browserName(userAgent) : ''
        return { id, at: Date.parse(createdAt), browser, isOwn: id === session.token }
      })
      return signIns.sort((a, b) => b.at - a.at)
    },
    async endSignIn(id) {
      await ask(routes.endSession, { token: id })
    },
    async endOtherSignIns() {
      await ask(routes.endOtherSessions, {})
    },
    async deleteAccount(password) {
      await ask(routes.deleteAccount, { password })
    },
    async passkeys() {
      const all = v.parse(passkeysSchema, await ask(routes.passkeys))
      return all.map(({ id, name }) => ({ id, name: name ?? '' }))
    },
    addPasskey: async (name) => (await passkeys()).add(name),
    async removePasskey(id) {
      await ask(routes.removePasskey, { id })
    },
    activity: async (before) => (await callOverHttp(serverUrl, 'activity', { token, request: { before } })).activity,
    bin: (before) => fresh(callOverHttp(serverUrl, 'bin', { request: { before } })).then((it) => it.messages),
    async emptyBin() {
      await fresh(callOverHttp(serverUrl, 'emptyBin', {}))
    },
    removeDevice: (deviceId) => calls.revoke(token, deviceId),
  }
  return account
}
