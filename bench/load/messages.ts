import { randomUUIDv7 } from 'node:crypto'
import { contentOf } from '../parts/content.ts'

/** The payload of a `send` of one message, as JSON. Its id is of version 7, as those that devices make are. */
export function sendOf(n: number, content = contentOf(n)): string {
  const message = { messageId: randomUUIDv7(), receiverDeviceId: 'all', content }
  return JSON.stringify({ messages: [message] })
}

const BATCH = '["batch",'
const RANGE = /^\["batch",\{"from":(\d+),"upTo":(\d+),/

/** How many messages a `batch` event brings when all of them are visible: those of its range, or one without a range. */
export function messagesIn(event: Buffer): number {
  const start = event.toString('latin1', 0, 80)
  if (!start.startsWith(BATCH)) return 0
  const range = RANGE.exec(start)
  return range ? Number(range[2]) - Number(range[1]) : 1
}

const MESSAGE = Buffer.from('{"version":')

/** Reads the answer to a pull without parsing its messages, which a simulated device does not need. */
export function missedIn(answer: Buffer) {
  const around = answer.toString('latin1', 0, 300) + answer.toString('latin1', Math.max(300, answer.length - 300))
  const number = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(around)?.[1])
  const digest = /"digest":"([^"]+)"/.exec(around)?.[1]
  if (digest === undefined) return undefined
  let messages = 0
  for (let at = answer.indexOf(MESSAGE); at >= 0; at = answer.indexOf(MESSAGE, at + 1)) messages += 1
  return { messages, digest, upTo: number('upTo'), head: number('head') }
}
