import { TransportError } from '../core/ports.ts'
import type { AnswerOf, CallName } from '../protocol/calls.ts'
import type { Credentials, PairingOffer } from '../protocol/device.ts'
import { RoostError } from '../protocol/error.ts'
import { callOverHttp, type HttpCall } from '../transport/http.ts'

/** The calls of a page about devices. Without a token the account's cookie speaks. */
async function ask<C extends CallName>(call: C, it: HttpCall<C>): Promise<AnswerOf<C>> {
  try {
    return await callOverHttp('', call, it)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    throw new RoostError('unavailable', 'The server did not answer. Check your connection and try again.')
  }
}

export const makeDevice = (name: string, platform: string): Promise<Credentials> =>
  ask('createDevice', { request: { name, platform } })

export const claimPairing = (code: string, name: string, platform: string): Promise<Credentials> =>
  ask('claimPairing', { request: { code, name, platform } })

export const offerPairing = (token: string): Promise<PairingOffer> => ask('offerPairing', { token })

export async function renameDevice(token: string, deviceId: string, name: string): Promise<void> {
  await ask('renameDevice', { request: { name }, deviceId, token })
}

export async function revokeDevice(token: string, deviceId: string): Promise<void> {
  await ask('revokeDevice', { deviceId, token })
}
