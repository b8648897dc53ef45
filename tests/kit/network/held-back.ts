import { request } from 'node:http'

export interface HeldBack {
  isAnswered(): boolean
  /** Sends the rest of the body. */
  finish(): Promise<{ status: number; text: string }>
  /** Hangs up instead. */
  drop(): void
}

interface HeldBackRequest {
  method: string
  headers: Record<string, string>
  /** At least two characters of ASCII: the last one is held back. */
  body: string
}

/** A request whose body the server has begun to read, and whose end is still to come. */
export function holdBack(url: string, { method, headers, body }: HeldBackRequest): Promise<HeldBack> {
  const call = request(url, { method, headers: { ...headers, 'Content-Length': body.length, Expect: '100-continue' } })
  const answer = Promise.withResolvers<{ status: number; text: string }>()
  let answered = false
  call.on('response', async (response) => {
    answered = true
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += chunk
    answer.resolve({ status: response.statusCode ?? 0, text })
  })
  call.on('error', answer.reject)
  answer.promise.catch(() => {})
  return new Promise((resolve, reject) => {
    call.once('error', reject)
    call.once('continue', () => {
      const held: HeldBack = {
        isAnswered: () => answered,
        drop: () => void call.destroy(),
        finish() {
          call.end(body.slice(-1))
          return answer.promise
        },
      }
      call.write(body.slice(0, -1), () => resolve(held))
    })
    call.flushHeaders()
  })
}
