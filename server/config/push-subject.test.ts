import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { readConfig } from './config.ts'
import { subjectOf } from './push-subject.ts'
import { warningsOf } from './warnings.ts'

test.each([
  ['https://roost.example.org', 'https://roost.example.org'],
  ['https://roost.example.org:8443', 'https://roost.example.org:8443'],
  ['http://roost.example.org', 'mailto:operator@roost.invalid'],
  ['https://nas.local', 'mailto:operator@roost.invalid'],
  ['https://192.168.1.5', 'mailto:operator@roost.invalid'],
  ['https://nas', 'mailto:operator@roost.invalid'],
  [undefined, 'mailto:operator@roost.invalid'],
])('a server at %s calls itself %s', (baseUrl, subject) => {
  expect(subjectOf(baseUrl, undefined)).toBe(subject)
  expect(subjectOf(baseUrl, 'mailto:me@example.org')).toBe('mailto:me@example.org')
})

test.each([
  ["a name that Apple's push service refuses", { BASE_URL: 'http://nas.local' }, [/^BASE_URL .*set PUSH_CONTACT/]],
  ['a contact beside it', { BASE_URL: 'http://nas.local', PUSH_CONTACT: 'me@example.org' }, []],
  ['several nodes without a key', { DATABASE_URL: 'postgres://db/roost' }, [/VAPID_KEY/]],
  ['several nodes without Web Push', { DATABASE_URL: 'postgres://db/roost', PUSH: 'off' }, []],
  ['nothing', {}, []],
])('%s: what the log says at the start', async (_name, env, lines) => {
  const said = warningsOf(readConfig({ DATA_DIR: await temporaryFolder(), ...env }))
  expect(said).toHaveLength(lines.length)
  for (const [n, line] of lines.entries()) expect(said[n]).toMatch(line)
})
