import { randomUUID } from 'node:crypto'
import { routes } from '../../../lib/protocol/routes.ts'
import type { HttpAnswer, HttpClient } from './http-client.ts'

export const PASSWORD = 'correct horse battery'

export interface Account {
  email: string
  /** For the `Cookie` header. */
  cookie: string
}

/** A new account, signed in. */
export async function signUp(http: HttpClient, email = `${randomUUID()}@example.test`): Promise<Account> {
  const answer = await http('POST', routes.signUp, { json: { name: 'Robin', email, password: PASSWORD } })
  if (answer.status !== 200) throw new Error(`sign-up: ${answer.status} ${answer.text}`)
  return { email, cookie: cookieOf(answer) }
}

/** The same account, with a session of its own. */
export async function signIn(http: HttpClient, { email }: Account): Promise<Account> {
  const answer = await http('POST', routes.signIn, { json: { email, password: PASSWORD } })
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`)
  return { email, cookie: cookieOf(answer) }
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookieOf(answer: HttpAnswer): string {
  return answer.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
}
