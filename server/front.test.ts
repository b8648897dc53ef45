import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createFront, type Handler } from './front.ts'
import { createSecurityHeaders } from './gateway/security-headers.ts'

async function headersOf(path: string, https = false): Promise<Headers> {
  const front = createFront(createSecurityHeaders(https))
  const answer: Handler = (_request, response) => response.end()
  front.open({ wire: answer, pages: answer, pagesPolicy: "default-src 'self'" })
  front.server.listen(0, '127.0.0.1')
  await once(front.server, 'listening')
  try {
    return (await fetch(`http://127.0.0.1:${(front.server.address() as AddressInfo).port}${path}`)).headers
  } finally {
    await front.close()
  }
}

test.each(['/', '/pair', '/_next/static/x.js', '/sw.js', '/v1x'])('%s has the policy of the pages', async (path) => {
  expect((await headersOf(path)).get('content-security-policy')).toBe("default-src 'self'")
})

test.each(['/v1/messages', '/v1?x', '/api/auth/get-session', '/healthz', '/metrics'])(
  '%s may load nothing',
  async (path) => {
    expect((await headersOf(path)).get('content-security-policy')).toContain("default-src 'none'")
  },
)

test('every answer says how it is to be taken', async () => {
  const headers = await headersOf('/')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('browsers are told to keep to HTTPS where that is how people reach it, and only there', async () => {
  expect((await headersOf('/', true)).get('strict-transport-security')).toMatch(/^max-age=\d{8,}$/)
  expect((await headersOf('/')).get('strict-transport-security')).toBeNull()
})
