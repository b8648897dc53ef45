/** An answer, read to its end. `json` is undefined when the body is not JSON. */
export interface HttpAnswer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  json: any
}

interface HttpRequest {
  token?: string | undefined
  cookie?: string | undefined
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: BodyInit
}

export type HttpClient = (method: string, path: string, request?: HttpRequest) => Promise<HttpAnswer>

/** Plain HTTP against a server, with nothing hidden. */
export function createHttpClient(url: string): HttpClient {
  return async (method, path, { token, cookie, headers: more, json, body } = {}) => {
    const headers = new Headers(more)
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
    if (cookie !== undefined) headers.set('Cookie', cookie)
    if (json !== undefined) headers.set('Content-Type', 'application/json')
    const content = json === undefined ? body : JSON.stringify(json)
    const streamed = content instanceof ReadableStream ? { duplex: 'half' } : {}
    const request = { method, headers, ...(content === undefined ? {} : { body: content }), ...streamed }
    const response = await fetch(url + path, request)
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
