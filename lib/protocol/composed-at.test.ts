import { expect, test } from 'vitest'
import { checkSendItem } from './send.ts'

const item = { messageId: '00000000-0000-7000-8000-000000000001', receiverDeviceId: 'all', content: 'x' }

test.each([0, 1, Number.MAX_SAFE_INTEGER, undefined])('%s is a time of composition', (composedAt) => {
  expect(checkSendItem({ ...item, composedAt })).toMatchObject({ ok: true })
})

test.each([-1, 0.5, 2 ** 53, Number.NaN, '1', null, {}])('%s is none', (composedAt) => {
  const checked = checkSendItem({ ...item, composedAt })
  expect(checked).toMatchObject({ ok: false, error: { code: 'invalid_request', message: /composedAt/ } })
})
