import type * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import { type Credentials, credentialsSchema, type PairingOffer, pairingOfferSchema } from '../protocol/device.ts'
import { RoostError } from '../protocol/error.ts'
import { routes } from '../protocol/routes.ts'
import { read } from '../transport/answer.ts'
import { callMother, type HttpCall } from '../transport/http.ts'

/** What a page asks of the mother about devices. Without a token the account's cookie speaks. */
async function call(it: HttpCall): Promise<unknown> {
  try {
    return await callMother('', it)
  } catch (error) {
    if (!(error instanceof TransportError)) throw error
    throw new RoostError('unavailable', 'The server did not answer. Check your connection and try again.')
  }
}

async function ask<S extends v.GenericSchema>(schema: S, it: HttpCall): Promise<v.InferOutput<S>> {
  return read(schema, await call(it))
}

export const makeDevice = (name: string, platform: string): Promise<Credentials> =>
  ask(credentialsSchema, { method: 'POST', path: routes.devices, body: { name, platform } })

export const claimPairing = (code: string, name: string, platform: string): Promise<Credentials> =>
  ask(credentialsSchema, { method: 'POST', path: routes.claim, body: { code, name, platform } })

export const offerPairing = (token: string): Promise<PairingOffer> =>
  ask(pairingOfferSchema, { method: 'POST', path: routes.pairings, token })

export async function renameDevice(token: string, deviceId: string, name: string): Promise<void> {
  await call({ method: 'PATCH', path: routes.device(deviceId), body: { name }, token })
}

export async function revokeDevice(token: string, deviceId: string): Promise<void> {
  await call({ method: 'DELETE', path: routes.device(deviceId), token })
}
