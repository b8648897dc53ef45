import { liveCalls } from '../../../lib/protocol/calls.ts'
import { events as toDevices } from '../../../lib/protocol/events.ts'
import type { Random } from '../../kit/random.ts'
import { type Known, rightCall, spoiledJson } from './calls.ts'
import { frame } from './frames.ts'
import { hostileValue } from './values.ts'

const events = [
  ...Object.values(liveCalls).map((it) => it.socket),
  ...Object.keys(toDevices),
  'error',
  '__proto__',
  'constructor',
  'newListener',
  '',
]
const ids = ['', '0', '7', '-1', '4294967296', '9'.repeat(400), '1e9', ' ', '00', '.']
const namespaces = [
  '',
  '',
  '',
  '',
  '/,',
  '/admin,',
  '/__proto__,',
  '/?token=x,',
  '//,',
  '/\u0000,',
  `/${'x'.repeat(500)},`,
]

/** An event as a device sends it, with what it carries spoiled. */
export function spoiledEvent(random: Random, known: Known): Buffer {
  const { event, payload } = rightCall(random, known)
  const name = random.chance(0.8) ? event : random.pick(events)
  return frame(`42${random.below(1e6)}${`[${JSON.stringify(name)},${spoiledJson(random, payload)}]`}`)
}

/** Packets that Engine.IO or Socket.IO has to refuse, or to make sense of: wrong types, namespaces, ids, attachments. */
export function spoiledPackets(random: Random): Buffer {
  const kind = random.below(10)
  if (kind === 0) return frame(`${random.below(10)}${hostileValue(random)}`)
  if (kind === 1) return frame(random.bytes(random.below(200)), { opcode: 2 })
  if (kind === 2) return frame(`b${random.bytes(random.below(100)).toString('base64')}`)
  if (kind === 3) return attachments(random)
  if (kind === 4) return frame(`40${random.pick(namespaces)}${hostileValue(random)}`)
  if (kind === 5) return frame(`${random.pick(['', '1', '2', '2probe', '3', '5', '6', '41', '43', '44', '4', '47'])}`)
  const event = JSON.stringify(random.pick(events))
  const args = Array.from({ length: random.below(4) }, () => hostileValue(random))
  const type = random.pick(['42', '42', '42', '43', '45', '46', '44', '451-', '49'])
  return frame(`${type}${random.pick(namespaces)}${random.pick(ids)}[${[event, ...args].join(',')}]`)
}

/** Events with binary parts: too many, too few, none, the wrong ones. */
function attachments(random: Random): Buffer {
  const said = random.pick(['0', '1', '2', '10', '11', '99999999999', '-1', '1.5', '1e9', ''])
  const num = random.pick(['0', '1', '-1', '"length"', '"__proto__"', '1e400', 'null'])
  const place = `{"_placeholder":true,"num":${num}}`
  const parts = Array.from({ length: random.below(3) }, () => frame(random.bytes(random.below(50)), { opcode: 2 }))
  const id = random.pick(ids)
  return Buffer.concat([frame(`45${said}-${id}["send",{"messages":[${place}],"__proto__":${place}}]`), ...parts])
}
