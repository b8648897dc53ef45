import type { PushChoice, PushWords } from '../../core/push/push-choice.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { callOverHttp } from '../../transport/http.ts'
import { BrowserError } from '../browser-error.ts'
import { presentRegistration, registerWorker } from '../service-worker.ts'
import { closeNotices, noticeTag, plainTag } from '../shared/push/notice-tag.ts'
import { askPushKey, keepSubscribed, NotOffered } from '../shared/push/subscription.ts'
import { withRegistry } from '../shared/registry.ts'
import { endPush } from './end-push.ts'
import { type PushState, pushState } from './push-state.ts'

/** Web Push on one device, for its person. */
export interface DevicePush {
  /** Asks browser and server. */
  state(): Promise<PushState>
  /** Null while it is off. */
  choice(): Promise<PushChoice | null>
  /**
   * Asks the person through the browser, so a press has to lead here. @throws BrowserError `push_refused`, TransportError,
   * RoostError, StorageError.
   */
  turnOn(words: PushWords, badge: boolean): Promise<void>
  turnOff(): Promise<void>
  /** Does nothing while it is off. */
  change(part: Partial<Pick<PushChoice, 'quiet' | 'badge' | 'words'>>): Promise<void>
  /** At the start of a page. Answers the state after it. */
  renew(): Promise<PushState>
  /** The person is looking at the inbox. */
  closeNotices(): Promise<void>
}

export function createDevicePush(options: RoostOptions, deviceId: string): DevicePush {
  const entry = () => withRegistry(options, (it) => it.get(deviceId))
  const choice = async () => (await entry())?.push ?? null
  const change = (to: (present: PushChoice | null) => PushChoice | null) =>
    withRegistry(options, (it) => it.changePush(deviceId, to))

  async function state(): Promise<PushState> {
    const registration = await presentRegistration()
    const manager = registration?.pushManager ?? null
    return pushState({
      supported: 'PushManager' in globalThis && 'Notification' in globalThis && registration !== null,
      permission: () => Notification.permission,
      choice: await choice(),
      endpoint: async () => (await manager?.getSubscription())?.endpoint ?? null,
      pushKey: () => askPushKey(options),
    })
  }

  return {
    state,
    choice,
    async turnOn(words, badge) {
      // Safari asks only while it handles the press, so this comes before everything else.
      if ((await Notification.requestPermission()) !== 'granted') throw new BrowserError('push_refused')
      const manager = (await registerWorker())?.pushManager
      if (!manager) throw new BrowserError('push_refused')
      await change(() => ({ endpoint: '', quiet: null, badge, words, toldUpTo: 0 }))
      try {
        await keepSubscribed(options, manager)
      } catch (error) {
        await change(() => null)
        // The browser's own errors mean that its push service does not take this device.
        throw error instanceof DOMException || error instanceof NotOffered ? new BrowserError('push_refused') : error
      }
    },
    async turnOff() {
      const token = (await entry())?.token
      await change(() => null)
      await endPush(options, deviceId)
      // A server that cannot be reached finds out: the browser's service answers it that the subscription is gone.
      if (token !== undefined) await callOverHttp(options.serverUrl, 'unsubscribePush', { token }).catch(() => {})
    },
    change: (part) => change((present) => present && { ...present, ...part }),
    async renew() {
      const manager = (await presentRegistration())?.pushManager
      if (manager && Notification.permission === 'granted') await keepSubscribed(options, manager).catch(() => {})
      return state()
    },
    async closeNotices() {
      const registration = await presentRegistration()
      if (registration) await closeNotices(registration, [noticeTag(options, deviceId), plainTag(options)])
    },
  }
}
