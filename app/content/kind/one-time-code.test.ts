import { expect, test } from 'vitest'
import { oneTimeCodeIn } from './one-time-code.ts'

test.each([
  ['Your sign-in code. It works for ten minutes.\n418 207', '418207'],
  ['418207 is your verification code', '418207'],
  ['G-418207 is your Google verification code.', '418207'],
  ['Your PIN code: 0042', '0042'],
  ['Ihr Bestätigungscode lautet 418207.', '418207'],
  ['mTAN 83746152 für den Auftrag', '83746152'],
  ['Votre code de vérification est 418-207', '418207'],
  ['Tu código es 418207', '418207'],
  ['Ваш код: 418207', '418207'],
  ['認証コード：418207', '418207'],
  ['您的验证码是418207，五分钟内有效', '418207'],
  ['인증번호 [418207]', '418207'],
  ['رمز التحقق هو 418207', '418207'],
])('%j offers %s', (text, code) => {
  expect(oneTimeCodeIn(text)?.code).toBe(code)
})

test.each([
  'Call 418207',
  'My post code is 10115',
  'The area code 4182 is new',
  'error code 500404',
  'Two codes: 418207 and 918273',
  'code 41',
  'code 4182071234',
  'The code costs 4182 €',
  'The code costs €4182',
  'the code is at example.org/418207',
  'a barcode 41820712',
  'decode 418207',
  'code from 2026-11-27',
  'code at 1182.50',
  `code ${'x'.repeat(500)} 418207`,
])('%j offers none', (text) => {
  expect(oneTimeCodeIn(text)).toBeNull()
})
