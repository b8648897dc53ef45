import { expect } from 'vitest'
import { createHttpClient } from '../kit/clients/http-client.ts'
import { createPythonDevice, type PythonDevice } from './python-device.ts'

/** Pairs the example in Python with the account of `token`. A person confirms it, as the app asks for. */
export async function pairPython(url: string, token: string, by = url): Promise<PythonDevice> {
  const http = createHttpClient(url)
  const device = createPythonDevice()
  const { json: invitation } = await http('POST', '/v1/pairings', { token, json: { confirm: true } })
  const pairing = device.start('pair', by, invitation.code, '--name', 'Python')
  const check = await pairing.says(/say yes there: (\d\d)/)
  const { claims } = (await http('GET', '/v1/pairings/claims', { token })).json
  expect(claims).toMatchObject([{ name: 'Python', check }])
  await http('POST', `/v1/pairings/claims/${claims[0].claimId}/decide`, { token, json: { accept: true } })
  expect(await pairing.ended).toBe(0)
  return device
}
