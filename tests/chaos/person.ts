import type { BrowserContext } from 'playwright'
import { pathOf } from '../../lib/protocol/calls.ts'
import type { Credentials } from '../../lib/protocol/device.ts'
import { signUp } from '../kit/clients/account.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'

/** Somebody with an account on the mother at `url`. */
export interface Person {
  newDevice(name: string): Promise<Credentials>
  signIn(context: BrowserContext): Promise<void>
}

export async function createPerson(url: string): Promise<Person> {
  const http = createHttpClient(url)
  const { cookie } = await signUp(async (method, path, request) =>
    http(method, path, { ...request, headers: { origin: url } }),
  )
  return {
    async newDevice(name) {
      const { status, text, json } = await http('POST', pathOf('createDevice'), {
        cookie,
        headers: { origin: url },
        json: { name },
      })
      if (status !== 201) throw new Error(`New device: ${status} ${text}`)
      return json
    },
    async signIn(context) {
      const pairs = cookie.split('; ').map((it) => it.split(/=(.*)/s))
      await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })))
    },
  }
}
