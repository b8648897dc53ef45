import { randomUUID } from 'node:crypto'
import { signUp } from '../kit/clients/account.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'
import { createTestDevice } from '../kit/clients/test-device.ts'

/** A user beside the attack, with secrets that must not leak. */
export interface Canary {
  /** Must never appear in an answer to another user: content, address, names, tokens, cookie. */
  secrets: readonly string[]
  /** Its user and its device, which are no secrets: a token's third part is. */
  tokenWithoutSecret: string
  deviceId: string
  messageId: string
  /** Writes on one device and waits until the other has it, live. */
  roundTrip(): Promise<void>
  /** Everything wrong with its data now; empty when all is well. */
  complaints(): Promise<string[]>
  close(): void
}

export async function createCanary(url: string): Promise<Canary> {
  const secret = `canary-${randomUUID()}`
  const account = await signUp(createHttpClient(url), `${secret}@example.test`)
  const phone = await createTestDevice(url, account, `${secret} phone`)
  const laptop = await createTestDevice(url, account, `${secret} laptop`)
  const live = await laptop.connect()
  const written: string[] = []

  const arrived = () => live.batches().flatMap((it) => it.messages.map((message) => message.content))
  const cookieValue = account.cookie.split('=')[1] ?? account.cookie

  async function roundTrip() {
    const content = `${secret} says ${written.length}`
    written.push(content)
    const [result] = await phone.send([{ content }])
    if (!result?.ok) throw new Error(`the canary could not write: ${JSON.stringify(result)}`)
    await live.until(() => arrived().includes(content) || live.socket.disconnected)
    if (!arrived().includes(content)) throw new Error('the canary was disconnected')
  }

  const [first] = await phone.send([{ content: secret }])
  written.push(secret)
  return {
    secrets: [secret, phone.token, laptop.token, cookieValue],
    tokenWithoutSecret: phone.token.split('.').slice(0, 2).join('.'),
    deviceId: phone.deviceId,
    messageId: first?.messageId ?? '',
    roundTrip,
    async complaints() {
      const { messages, head } = await laptop.pull({ after: 0, limit: 2_000 })
      const held = messages.map((it) => it.content)
      const same = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) === JSON.stringify(b)
      return [
        ...(head === written.length ? [] : [`its head is ${head} instead of ${written.length}`]),
        ...(same(held, written) ? [] : ['it pulls something else than what it wrote']),
        ...(same(arrived(), written) ? [] : ['it was pushed something else than what it wrote']),
        ...(live.devices().every((list) => list.length === 2) ? [] : ['its devices changed']),
      ]
    },
    close: () => live.close(),
  }
}
