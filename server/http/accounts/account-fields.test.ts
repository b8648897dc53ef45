import { expect, test } from 'vitest'
import { isWrongPassword } from './account-fields.ts'

test.each([
  [401, 'INVALID_EMAIL_OR_PASSWORD', true],
  [400, 'INVALID_PASSWORD', true],
  [401, 'SIGN_IN_ENDED', false],
  [400, 'PASSWORD_TOO_COMMON', false],
  [200, undefined, false],
])('%i %s is a wrong password: %s', async (status, code, wrong) => {
  expect(await isWrongPassword(Response.json({ code }, { status }))).toBe(wrong)
})

test('a refusal without words counts, too', async () => {
  expect(await isWrongPassword(new Response(null, { status: 401 }))).toBe(true)
})
