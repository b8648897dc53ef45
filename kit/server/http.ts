/** An answer, read to its end. `json` is undefined when the body is not JSON. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: the checks look into answers of every shape
  json: any
}

export interface Call {
  token?: string
  cookie?: string
  headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: Uint8Array<ArrayBuffer> | string
}

export type Http = (method: string, path: string, call?: Call) => Promise<Answer>

const PATIENCE_MS = 60_000

/** Plain HTTP with nothing hidden: no retry, no error for any status. */
export function createHttp(url: string): Http {
  return async (method, path, { token, cookie, headers: more, json, body } = {}) => {
    const headers = new Headers(more)
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
    if (cookie !== undefined) headers.set('Cookie', cookie)
    if (json !== undefined) headers.set('Content-Type', 'application/json')
    const content = json === undefined ? body : JSON.stringify(json)
    const response = await fetch(url + path, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) },
      ...(content === undefined ? {} : { body: content }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: parsed(text) }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
