import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

test('nothing unsafe, nothing from elsewhere, and the live channel by its own scheme', () => {
  const origins = ['https://roost.example', 'http://localhost:3000', 'http://[::1]:3000']
  const policy = contentSecurityPolicy(['sha256-abc='], origins)
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  const directives = Object.fromEntries(policy.split('; ').map((it) => it.split(/ (.*)/s)))
  expect(directives).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self' 'sha256-abc='",
    'style-src': "'self'",
    'connect-src': "'self' wss://roost.example ws://localhost:3000",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
})
