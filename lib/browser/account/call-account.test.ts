import { afterEach, expect, test, vi } from 'vitest'
import { routes } from '../../protocol/routes.ts'
import { callAccount } from './call-account.ts'

afterEach(() => void vi.unstubAllGlobals())

test.each([
  [routes.sessions, 'not_fresh'],
  [routes.endSession, 'not_fresh'],
  [routes.endOtherSessions, 'not_fresh'],
  [routes.removePasskey, 'not_fresh'],
  [routes.signUp, 'sign_up_closed'],
  [routes.changePassword, 'refused'],
])('%s: a refusal is told as %s', async (path, code) => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 'forbidden', message: 'no' }, { status: 403 }))
  await expect(callAccount('http://roost.test', path, {})).rejects.toMatchObject({ code })
})
