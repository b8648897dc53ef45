import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

test.each([
  'password',
  'Password123!',
  'P@ssw0rd',
  '12345678',
  'qwertyuiop',
  'trustno1',
  'aaaaaaaaaaaaaaaaaaaa',
  'robin@example.test',
  'robinrobin',
  'x'.repeat(128),
])('%s is common', async (password) => {
  expect(await isCommonPassword(password, 'robin@example.test')).toBe(true)
})

test.each(['correct horse battery', 'Kp9#vQ2!', 'vogelnest im baum', 'über den Wolken', '鳥は木の上で眠る夜'])(
  '%s is not',
  async (password) => {
    expect(await isCommonPassword(password, 'robin@example.test')).toBe(false)
  },
)
