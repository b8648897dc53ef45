import { text } from 'node:stream/consumers'
import { type Post, type SentOnce, sendOnce } from '../../lib/node/send-once.ts'
import { chosenDevice, type Place } from '../chosen-device.ts'
import { UsageError, WAITS } from '../exit-codes.ts'
import { receiverOf } from '../receivers.ts'
import { print, printJson, say } from '../say.ts'

export interface SendCommand extends Place {
  to?: string
  type?: string
  lines?: boolean
  json?: boolean
  quiet?: boolean
  /** Seconds. */
  timeout: number
}

export async function send(words: readonly string[], options: SendCommand): Promise<void> {
  const { directory, device } = await chosenDevice(options)
  const contents = await contentsOf(words, options)
  const signal = AbortSignal.timeout(options.timeout * 1_000)
  const to = await receiverOf(directory, device, options.to, signal)
  const posts: Post[] = contents.map((content) => ({ content, to, contentType: options.type }))
  const sent = await sendOnce(directory, device, posts, signal)
  await report(sent, options)
}

async function contentsOf(words: readonly string[], { lines = false }: SendCommand): Promise<string[]> {
  if (words.length > 0) return [words.join(' ')]
  if (process.stdin.isTTY) say('write the message, and end it with Ctrl-D')
  const typed = (await text(process.stdin)).replace(/\r?\n$/, '')
  const contents = lines ? typed.split(/\r?\n/).filter((it) => it !== '') : [typed]
  if (contents.every((it) => it === '')) throw new UsageError('There is nothing to send.')
  return contents
}

async function report(sent: readonly SentOnce[], { json = false, quiet = false }: SendCommand): Promise<void> {
  if (json) for (const it of sent) await printJson(it)
  const waiting = sent.filter((it) => it.state === 'waiting').length
  if (waiting > 0) {
    say(`no answer from the server: ${waiting === 1 ? 'the message waits' : `${waiting} messages wait`} in the outbox`)
    say('the next roost command sends it, or: roost status')
    process.exitCode = WAITS
  } else if (!json && !quiet && process.stdout.isTTY) {
    await print(sent.length === 1 ? 'Sent.' : `${sent.length} messages sent.`)
  }
}
