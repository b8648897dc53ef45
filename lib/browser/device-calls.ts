import type { RoostOptions } from '../core/roost-options.ts'
import type { AnswerOf, CallName } from '../protocol/calls.ts'
import type { Credentials, DeviceInfo } from '../protocol/device.ts'
import type { ClaimAnswer, CollectAnswer, Look, PairingEvent, PairingOffer } from '../protocol/pairing.ts'
import { callOverHttp, type HttpCall } from '../transport/http.ts'
import { BrowserError } from './browser-error.ts'

/** A page's calls about devices. Without a token the account's cookie identifies the person. */
export function createDeviceCalls({ serverUrl }: RoostOptions) {
  const ask = <C extends CallName>(call: C, it: HttpCall<C>): Promise<AnswerOf<C>> => callOverHttp(serverUrl, call, it)

  return {
    create: (name: string, platform: string): Promise<Credentials> =>
      ask('createDevice', { request: { name, platform } }),
    offerPairing: (token: string, confirm: boolean): Promise<PairingOffer> =>
      ask('offerPairing', { request: { confirm }, token }),
    async cancelPairing(token: string, pairingId: string): Promise<void> {
      await ask('cancelPairing', { id: pairingId, token })
    },
    waitingClaims: (token: string): Promise<PairingEvent[]> => ask('waitingClaims', { token }).then((it) => it.claims),
    async look(code: string): Promise<Look> {
      const look = await ask('lookAtPairing', { request: { code } })
      if (look.access === 'send') throw new BrowserError('code_for_sending')
      return look
    },
    /** Without a token: those of the account that the browser is signed in to. */
    list: async (signal: AbortSignal, token?: string): Promise<DeviceInfo[]> =>
      (await ask('listDevices', { signal, ...(token === undefined ? {} : { token }) })).devices,
    claimPairing: (code: string, name: string, platform: string): Promise<ClaimAnswer> =>
      ask('claimPairing', { request: { code, name, platform } }),
    collectClaim: (claimId: string, secret: string, signal: AbortSignal): Promise<CollectAnswer> =>
      ask('collectClaim', { request: { secret }, id: claimId, signal }),
    async decideClaim(token: string, claimId: string, accept: boolean): Promise<void> {
      await ask('decideClaim', { request: { accept }, id: claimId, token })
    },
    async rename(token: string, deviceId: string, name: string): Promise<void> {
      await ask('renameDevice', { request: { name }, id: deviceId, token })
    },
    /** Another device than that of the token needs a session of the account beside it. */
    async revoke(token: string, deviceId: string): Promise<void> {
      await ask('revokeDevice', { id: deviceId, token, withSession: true })
    },
  }
}

export type DeviceCalls = ReturnType<typeof createDeviceCalls>
