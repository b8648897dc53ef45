import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import { refusal } from '../transport/answer.ts'

const addressSchema = v.object({ plain: v.string(), secure: v.string(), fingerprint: v.string() })
const stateSchema = v.object({ mayOpen: v.boolean(), address: v.nullable(addressSchema) })

/** How the local network reaches the server. `mayOpen`: this page may let it in. */
export type LanState = v.InferOutput<typeof stateSchema>
export type LanAddress = v.InferOutput<typeof addressSchema>

const PATH = '/api/roost/lan'

/** @throws TransportError, RoostError. */
export const lookAtLan = (serverUrl: string): Promise<LanState> => ask(serverUrl, {})

/** Lets the local network in, until the server stops. @throws TransportError, RoostError. */
export const openLan = (serverUrl: string, token: string): Promise<LanState> =>
  ask(serverUrl, { method: 'POST', headers: { authorization: `Bearer ${token}` } })

async function ask(serverUrl: string, init: RequestInit): Promise<LanState> {
  let response: Response
  let answer: unknown
  try {
    const signal = AbortSignal.timeout(10_000)
    response = await fetch(serverUrl + PATH, { ...init, signal, cache: 'no-store', credentials: 'omit' })
    answer = await response.json()
  } catch (error) {
    throw new TransportError('no_answer', { cause: error })
  }
  if (!response.ok) throw refusal(answer, `status ${response.status}`)
  const state = v.safeParse(stateSchema, answer)
  // An older server does not know the call.
  return state.success ? state.output : { mayOpen: false, address: null }
}

/** Whether this browser trusts the server's certificate. The page itself came over HTTP. */
export async function trustsCertificate({ secure }: LanAddress): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(5_000)
    await fetch(`${secure}${PATH}/trusted`, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal })
    return true
  } catch {
    return false
  }
}
