import { randomUUID } from 'node:crypto'
import { pathOf } from '../../../lib/protocol/calls.ts'
import type { Credentials } from '../../../lib/protocol/device.ts'
import { routes } from '../../../lib/protocol/routes.ts'
import type { HttpAnswer, HttpClient } from './http-client.ts'

export const PASSWORD = 'correct horse battery'

export interface Account {
  email: string
  /** For the `Cookie` header. */
  cookie: string
}

/** Makes an account and signs it in. */
export async function signUp(http: HttpClient, email = `${randomUUID()}@example.test`): Promise<Account> {
  const answer = await http('POST', routes.signUp, { json: { name: 'Robin', email, password: PASSWORD } })
  if (answer.status !== 200) throw new Error(`sign-up: ${answer.status} ${answer.text}`)
  return { email, cookie: cookieOf(answer) }
}

/** Signs the account in once more: another session. */
export async function signIn(http: HttpClient, { email }: Account): Promise<Account> {
  const answer = await http('POST', routes.signIn, { json: { email, password: PASSWORD } })
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`)
  return { email, cookie: cookieOf(answer) }
}

/** The cookies of an answer, in the form in which a browser sends them back. */
export function cookieOf(answer: HttpAnswer): string {
  return answer.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
}

/** A new device of the account. */
export async function newDevice(http: HttpClient, { cookie }: Account, name: string): Promise<Credentials> {
  const answer = await http('POST', pathOf('createDevice'), { cookie, json: { name } })
  if (answer.status !== 201) throw new Error(`device: ${answer.status} ${answer.text}`)
  return answer.json
}
