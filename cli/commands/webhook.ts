import { readFile } from 'node:fs/promises'
import type { RoostDevice } from '../../lib/client/types.ts'
import { chosenDevice, type Place, typedPath } from '../chosen-device.ts'
import { UsageError, WebhookStopped } from '../exit-codes.ts'
import { openLive } from '../open-live.ts'
import { say } from '../say.ts'
import { endSignal } from '../signals.ts'
import { bodyOf } from '../webhook/body.ts'
import { deliver } from '../webhook/deliver.ts'
import { secretsIn } from '../webhook/signature.ts'

/** Durations are in seconds. */
export interface WebhookOptions extends Place {
  secretFile: string
  /** The name or id of the only sender whose messages go out. */
  from?: string
  all?: boolean
  own?: boolean
  bookmark: string
  /** Bounds one try. */
  timeout: number
  backoff: number
  longest: number
  giveUp: number
}

/** Posts each message to an address, one after the other. A message is had when the receiver has answered with 2xx. */
export async function webhook(typed: string, options: WebhookOptions): Promise<void> {
  const { url, name } = addressOf(typed)
  const target = { url, secrets: await secretsOf(options.secretFile), timeoutMs: options.timeout * 1_000 }
  const patience = {
    ...{ backoffMs: options.backoff * 1_000, longestMs: options.longest * 1_000 },
    giveUpMs: options.giveUp * 1_000,
  }
  const { device: stored } = await chosenDevice(options)
  const signal = endSignal()
  const device = await openLive({ ...options, device: stored.deviceId })
  const from = options.all ? 'oldest' : 'joined'
  const loop = { ack: 'after', name: options.bookmark, from, own: options.own ?? false, signal } as const
  try {
    for await (const message of device.messages(loop)) {
      const isWanted = options.from === undefined || [message.from, message.fromName].includes(options.from)
      if (!isWanted) continue
      const delivery = { ...message, body: bodyOf(message, stored.server) }
      if (!(await deliver(delivery, target, patience, signal))) break
    }
  } catch (error) {
    if (error instanceof WebhookStopped)
      await tellPerson(device, `The webhook to ${name} has stopped: ${error.message}`)
    throw error
  } finally {
    await device.close()
  }
}

/** `name` keeps to itself what stands in the path or the query: it may be a secret. */
function addressOf(typed: string): { url: URL; name: string } {
  const url = URL.canParse(typed) ? new URL(typed) : null
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`"${typed}" is no address such as https://hooks.example/roost`)
  if (url.username || url.password)
    throw new UsageError('A name and a password in an address do not work here: the signature says who calls.')
  return { url, name: url.host }
}

async function secretsOf(file: string): Promise<Buffer[]> {
  try {
    return secretsIn(await readFile(typedPath(file), 'utf8'))
  } catch (error) {
    say('this makes a secret: printf "whsec_%s\\n" "$(openssl rand -base64 32)"')
    throw new UsageError(`${file} gives no secret: ${error instanceof Error ? error.message : error}`)
  }
}

const TELL_MS = 20_000

/** A person may never look into the log of a service, so the devices hear of the end, too. */
async function tellPerson(device: RoostDevice, sentence: string): Promise<void> {
  try {
    const { stored } = await device.send(
      `${sentence}. Nothing is lost: once it is started again, it goes on where it was.`,
    )
    await Promise.race([stored, new Promise((resolve) => setTimeout(resolve, TELL_MS).unref())])
  } catch {
    // The command says it here in any case.
  }
}
