import { expect, test } from 'vitest'
import { createKnownBrowsers } from './known-browsers.ts'

const known = createKnownBrowsers('a secret of the server', true)
function cookiesOf(set: string): Record<string, string> {
  const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
  return { [name]: value }
}

test('a browser is known for the account that it signed in to, and keeps its id', () => {
  const set = known.remember({}, 'ann')
  expect(set).toMatch(/^__Host-roost\.known\..*; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  const cookies = cookiesOf(set)
  const id = known.find(cookies, 'ann')
  expect(id).toMatch(/^[\w-]{16}$/)
  expect(known.find(cookies, 'ben')).toBeUndefined()
  expect(known.find(cookiesOf(known.remember(cookies, 'ann')), 'ann')).toBe(id)
})

test('a cookie that was made, changed, or carried over to another account is worth nothing', () => {
  const [[name = '', value = ''] = []] = Object.entries(cookiesOf(known.remember({}, 'ann')))
  const [[benName = ''] = []] = Object.entries(cookiesOf(known.remember({}, 'ben')))
  const [id, signature] = value.split('.')
  for (const forged of ['', '.', id, `${id}.`, `x${id}.${signature}`, `${id}.x${signature?.slice(1)}`]) {
    expect(known.find({ [name]: `${forged}` }, 'ann')).toBeUndefined()
  }
  expect(known.find({ [benName]: value }, 'ben')).toBeUndefined()
  expect(createKnownBrowsers('another secret', true).find({ [name]: value }, 'ann')).toBeUndefined()
})
