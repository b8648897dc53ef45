import type { RoostOptions } from '../core/roost-options.ts'
import type { AnswerOf, CallName } from '../protocol/calls.ts'
import type { Credentials, PairingOffer } from '../protocol/device.ts'
import { callOverHttp, type HttpCall } from '../transport/http.ts'

/** A page's calls about devices. Without a token the account's cookie identifies the person. */
export function createDeviceCalls({ serverUrl }: RoostOptions) {
  const ask = <C extends CallName>(call: C, it: HttpCall<C>): Promise<AnswerOf<C>> => callOverHttp(serverUrl, call, it)

  return {
    create: (name: string, platform: string): Promise<Credentials> =>
      ask('createDevice', { request: { name, platform } }),
    claimPairing: (code: string, name: string, platform: string): Promise<Credentials> =>
      ask('claimPairing', { request: { code, name, platform } }),
    offerPairing: (token: string): Promise<PairingOffer> => ask('offerPairing', { token }),
    async rename(token: string, deviceId: string, name: string): Promise<void> {
      await ask('renameDevice', { request: { name }, deviceId, token })
    },
    async revoke(token: string | undefined, deviceId: string): Promise<void> {
      await ask('revokeDevice', { deviceId, ...(token !== undefined && { token }) })
    },
  }
}

export type DeviceCalls = ReturnType<typeof createDeviceCalls>
