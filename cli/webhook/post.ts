import { harmless } from '../lines.ts'
import { retryAfterMs } from './retry-after.ts'
import { signatureHeaders } from './signature.ts'

export interface Target {
  url: URL
  secrets: readonly Buffer[]
  /** How long one try may take, in ms. */
  timeoutMs: number
}

export type Outcome =
  | { ok: true }
  /** `gone`: the receiver wants no more calls. */
  | { ok: false; why: string; gone: boolean; retryAfterMs: number }

/** An answer is read this far: as much as a sentence needs, and so that a small one leaves the connection usable. */
const ANSWER_BYTES = 4_096
const EXCERPT = 200

/** Tries once. Never throws: the outcome says what failed. */
export async function post({ url, secrets, timeoutMs }: Target, id: string, body: string): Promise<Outcome> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'user-agent': 'roost-webhook' },
        ...signatureHeaders({ id, at: Date.now(), body }, secrets),
      },
      body,
      // A redirect would carry the message to an address that nobody has chosen.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch (error) {
    return { ok: false, why: whyOf(error, timeoutMs), gone: false, retryAfterMs: 0 }
  }
  const said = await startOf(response)
  if (response.ok) return { ok: true }
  const { status, headers } = response
  const told = said === '' ? '' : `: ${said}`
  return {
    ...{ ok: false, gone: status === 410, retryAfterMs: retryAfterMs(headers.get('retry-after'), Date.now()) },
    why: `answered ${status}${headers.has('location') ? ', a redirect, which is not followed' : told}`,
  }
}

function whyOf(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `did not answer within ${timeoutMs / 1_000} s`
  const cause = error instanceof Error ? (error.cause ?? error) : error
  const { code, message } = cause as { code?: string; message?: string }
  return `cannot be reached (${code ?? message ?? cause})`
}

/** The first words of an answer, in one line. */
async function startOf(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const parts: Uint8Array[] = []
  try {
    for (let bytes = 0; bytes < ANSWER_BYTES; bytes += parts.at(-1)?.length ?? 0) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(value)
    }
  } catch {
    // The status has come, and says enough.
  } finally {
    reader.cancel().catch(() => {})
  }
  const text = Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString()
  return harmless(text.replace(/\s+/g, ' ').trim()).slice(0, EXCERPT)
}
