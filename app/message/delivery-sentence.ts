import type { Reach } from '../../lib/core/timeline/delivery.ts'
import { delivery as english } from '../words/en/inbox/delivery.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('delivery', english)

export type Outlook =
  /** The device sends now. */
  'sends' | 'noNetwork' | 'switchedOff' | 'signedOut'

export interface DeliveryInput {
  /** How far the message is on its way to each of the other devices it is for. */
  reach: Readonly<Record<string, Reach>>
  /** It is for all devices. */
  toAll: boolean
  /** The server has it. */
  stored: boolean
  /** The messages that stand above the sentence and wait, this one counted. */
  waiting: number
  outlook: Outlook
  /** "as of 10:03" while it is not known how far messages have come by now; empty while it is. */
  asOf: string
  nameOf: (deviceId: string) => string
}

/** Says where a message of this device is. */
export function deliverySentence(input: DeliveryInput): string {
  const { reach, toAll, stored, asOf, nameOf } = input
  if (!stored) return waitingSentence(input)
  const devices = Object.keys(reach)
  const [first] = devices
  if (first === undefined) return say.onServer
  const lacking = devices.filter((it) => reach[it] !== 'has')
  const [one] = lacking
  if (one === undefined) return toAll ? say.everywhere : say.hasIt(nameOf(first))

  const away = lacking.filter((it) => reach[it] === 'away')
  if (asOf !== '') {
    return lacking.length === 1 ? say.lackedIt(nameOf(one), asOf) : say.someLackedIt(lacking.length, asOf)
  }
  const [sleeper] = away
  if (sleeper !== undefined) {
    return away.length === 1 ? say.getsItLater(nameOf(sleeper)) : say.someGetItLater(away.length)
  }
  if (lacking.length === devices.length && devices.length > 1) return say.onItsWay
  return lacking.length === 1 ? say.onItsWayTo(nameOf(one)) : say.onItsWayToSome(lacking.length)
}

function waitingSentence({ outlook, waiting }: DeliveryInput): string {
  switch (outlook) {
    case 'sends':
      return say.onItsWay
    case 'noNetwork':
      return say.waits(waiting)
    case 'switchedOff':
      return say.waitsForSwitch(waiting)
    case 'signedOut':
      return say.waitsForSignIn(waiting)
  }
}
