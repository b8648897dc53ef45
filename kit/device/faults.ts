/** The calls of a client, by what they are for. */
export type CallName = 'pull' | 'send' | 'ack' | 'stream' | 'other'

export interface ClientCall {
  name: CallName
  method: string
  path: string
  // biome-ignore lint/suspicious/noExplicitAny: a client may send anything
  body: any
}

/**
 * The fate of a call. `cut before`: the server never hears of it. `cut after`: the server acts on it, and the answer
 * is lost. `half`: half of the answer arrives. `answer`: this is answered in place of the server's own answer.
 */
export type Fault =
  | { kind: 'cut'; when: 'before' | 'after' | 'half' }
  | { kind: 'answer'; status: number; body: string; headers?: Record<string, string> }
  | { kind: 'change'; change: (answer: unknown) => unknown }

/** Decides about each call; undefined lets it pass. It may also do something, such as kill the client. */
export type FaultRule = (call: ClientCall) => Fault | undefined | Promise<Fault | undefined>

/** The answer of a server that refuses a whole call. */
export function refusal(status: number, error: { code: string; retryAfterMs?: number; [key: string]: unknown }): Fault {
  const { retryAfterMs } = error
  const headers: Record<string, string> =
    retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1_000)) }
  return {
    kind: 'answer',
    status,
    headers,
    body: JSON.stringify({ error: { message: 'planted by the kit', ...error } }),
  }
}

/** A rule for the next calls of one name, one fault each. Afterwards everything passes. */
export function next(name: CallName, ...faults: (Fault | (() => Fault | undefined))[]): FaultRule {
  return (call) => {
    if (call.name !== name) return undefined
    const fault = faults.shift()
    return typeof fault === 'function' ? fault() : fault
  }
}
