import { request } from 'node:https'
import type { HttpAnswer } from './http-client.ts'

interface HttpsRequest {
  /** The certificate that this client trusts, and no other one. */
  ca: string
  method?: string
  headers?: Record<string, string>
  json?: unknown
}

/** HTTPS with a certificate authority of one's own, which `fetch` does not take. */
export function askOverTls(url: string, { ca, method = 'GET', headers = {}, json }: HttpsRequest): Promise<HttpAnswer> {
  const body = json === undefined ? undefined : JSON.stringify(json)
  const more =
    body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': `${Buffer.byteLength(body)}` }
  return new Promise((resolve, reject) => {
    const asked = request(url, { ca, method, agent: false, headers: { ...headers, ...more } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () => {
        const got = new Headers()
        for (const [name, values] of Object.entries(answer.headersDistinct)) {
          for (const value of values ?? []) got.append(name, value)
        }
        const isJson = got.get('content-type')?.includes('json')
        resolve({ status: answer.statusCode ?? 0, headers: got, text, json: isJson ? JSON.parse(text) : undefined })
      })
    })
    asked.on('error', reject).end(body)
  })
}
