import { type HeldSubscription, nextStep } from '../../../core/push/next-step.ts'
import type { RoostOptions } from '../../../core/roost-options.ts'
import type { RegistryEntry } from '../../../storage/device-registry.ts'
import { callOverHttp } from '../../../transport/http.ts'
import { withRegistry } from '../registry.ts'

/**
 * The browser gives all tabs of an origin one service worker, and that one push subscription. So all of its devices that
 * want to be told share it, and a hint for one of them makes the worker look after all of them.
 */

/** The server does not offer Web Push. */
export class NotOffered extends Error {}

export const wantPush = async (options: RoostOptions): Promise<RegistryEntry[]> =>
  (await withRegistry(options, (it) => it.list())).filter((it) => it.push)

/** @throws NotOffered, TransportError, RoostError. */
export async function askPushKey({ serverUrl }: RoostOptions): Promise<string> {
  const { pushKey } = await callOverHttp(serverUrl, 'about', {})
  if (pushKey === undefined) throw new NotOffered()
  return pushKey
}

export function heldBy(subscription: PushSubscription | null): HeldSubscription | null {
  if (!subscription) return null
  const key = subscription.options?.applicationServerKey
  return { endpoint: subscription.endpoint, key: key ? base64url(new Uint8Array(key)) : null }
}

/** Answers the browser's subscription for this key, in place of one for another key. Rejects when the browser refuses. */
export async function subscribed(manager: PushManager, pushKey: string): Promise<PushSubscription> {
  const present = await manager.getSubscription()
  const step = nextStep({ held: heldBy(present), pushKey, endpoint: present?.endpoint ?? '' })
  if (present && step === 'none') return present
  await present?.unsubscribe()
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey })
}

/** Tells the server where to send the hints for a device. */
async function tell(options: RoostOptions, { deviceId, token }: RegistryEntry, to: PushSubscription): Promise<void> {
  const { endpoint } = to
  const { p256dh = '', auth = '' } = to.toJSON().keys ?? {}
  await callOverHttp(options.serverUrl, 'subscribePush', { request: { endpoint, keys: { p256dh, auth } }, token })
  await withRegistry(options, (it) => it.changePush(deviceId, (push) => push && { ...push, endpoint }))
}

/**
 * Renews the subscription if it is gone or for another key, and tells the server of it for every device that wants to be
 * told. `unasked`: only if this browser can see a change. Rejects when the browser or the server refuses.
 */
export async function keepSubscribed(
  options: RoostOptions,
  manager: PushManager,
  { unasked = false }: { unasked?: boolean } = {},
): Promise<void> {
  const entries = await wantPush(options)
  if (entries.length === 0) return
  const held = heldBy(await manager.getSubscription())
  const isSame = ({ push }: RegistryEntry) =>
    push && nextStep({ held, pushKey: null, endpoint: push.endpoint }) === 'none'
  if (unasked && entries.every(isSame)) return
  const subscription = await subscribed(manager, await askPushKey(options))
  // A device that was removed or signed out must not keep the others from it.
  const told = await Promise.allSettled(entries.map((it) => tell(options, it, subscription)))
  const failed = told.find((it) => it.status === 'rejected')
  if (failed) throw failed.reason
}

/** Ends the browser's subscription once none of its devices wants to be told. */
export async function endIfUnused(options: RoostOptions, manager: PushManager): Promise<void> {
  if ((await wantPush(options)).length > 0) return
  await (await manager.getSubscription())?.unsubscribe()
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
