import type { TabDevice } from '../../lib/browser/browser.ts'
import { preferences } from '../preferences/preferences.ts'
import { mayOffer, offerMemory } from './may-offer.ts'
import { noticeWords } from './notice-words.ts'

/** A sentence about notifications that this start of the page has to say. */
export type StartNotice = 'offer' | 'ended' | null

/**
 * A page has started. If the device is told while the app is closed, the worker learns the language of the screens, and a
 * subscription that is gone is renewed; else the person may be offered it once.
 */
export async function noticesAtStart(device: TabDevice): Promise<StartNotice> {
  const push = await device.push()
  if (await push.choice()) {
    await push.change({ words: noticeWords(), badge: preferences().unreadNumber })
    return (await push.renew()) === 'on' ? null : 'ended'
  }
  const { timeline, deviceId } = device.getState()
  const getsMessages = timeline.entries.some((it) => it.from !== deviceId)
  const memory = offerMemory.read()
  const now = Date.now()
  if (getsMessages && memory.since === null && !memory.answered) offerMemory.write({ ...memory, since: now })
  if (!mayOffer({ ...memory, getsMessages, now })) return null
  return (await push.state()) === 'off' ? 'offer' : null
}
