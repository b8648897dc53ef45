import { randomUUID } from 'node:crypto'

type Handler = (request: Request) => Promise<Response>

/**
 * Where everybody may sign up, a sign-up with an address that has an account is answered like any other, so that nobody
 * learns who has one. The answer is that of an account which is removed again, cookie and all: the same shape after the same
 * work, and good for nothing.
 */
export function hideAccounts(handle: Handler, removeUser: (userId: string) => Promise<void>): Handler {
  return async (request) => {
    if (!new URL(request.url).pathname.endsWith('/sign-up/email')) return handle(request)
    const again = request.clone()
    const answer = await handle(request)
    if (answer.status !== 422 || !(await saysTaken(answer.clone()))) return answer

    const fields = await again.json()
    const { url, method, headers } = request
    const body = JSON.stringify({ ...fields, email: `${randomUUID()}@removed.invalid` })
    const made = await handle(new Request(url, { method, headers, body }))
    if (!made.ok) return made
    const account = await made.json()
    await removeUser(account.user.id)
    const shown = { ...account, user: { ...account.user, email: fields.email.toLowerCase() } }
    return new Response(JSON.stringify(shown), made)
  }
}

async function saysTaken(answer: Response): Promise<boolean> {
  const { code } = (await answer.json()) as { code?: unknown }
  return typeof code === 'string' && code.startsWith('USER_ALREADY_EXISTS')
}
