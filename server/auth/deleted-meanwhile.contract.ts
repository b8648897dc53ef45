import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { Accounts } from '../core/ports/accounts.ts'
import type { Auth } from '../core/ports/auth.ts'
import { createLog } from '../core/ports/log.ts'
import type { Store } from '../core/ports/store.ts'
import { createAuth } from './auth.ts'

const ORIGIN = 'http://localhost:3000'
const person = { name: 'Robin', email: 'robin@example.test', password: 'correct horse battery' }

function post(auth: Auth, path: string, body: object) {
  const headers = { 'content-type': 'application/json', origin: ORIGIN }
  return auth.handle(new Request(`${ORIGIN}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
}

interface Opened {
  store: Store
  accounts: Accounts
}

/** The rules for every store of accounts: an account that is deleted while somebody signs in to it. */
export function deletedMeanwhileContract(open: () => Promise<Opened>) {
  /** `meanwhile` runs at the moment at which the sign-in is about to store its session. */
  async function setUp(meanwhile: (auth: Auth, userId: string, store: Store) => Promise<void>) {
    const { store, accounts } = await open()
    let signsIn = false
    const epochs: Store = {
      ...store,
      async isCurrent(userId, epoch) {
        const before = signsIn
        signsIn = false
        const current = await store.isCurrent(userId, epoch)
        if (before) await meanwhile(auth, userId, store)
        return current
      },
    }
    const log = createLog('silent')
    const about = { secret: randomBytes(32).toString('hex'), baseUrl: ORIGIN, origins: [ORIGIN], rateLimit: false }
    const auth = await createAuth({ ...about, signUp: 'open', accounts, epochs, log })
    onTestFinished(() => auth.close())
    expect((await post(auth, '/sign-up/email', person)).status).toBe(200)
    signsIn = true
    return { auth, store }
  }
  const refused = { wire: { code: 'unauthenticated' } }

  test('a sign-in whose account goes before it has its session is refused, not a fault', async () => {
    const { auth } = await setUp((auth, userId) => auth.users.remove(userId))
    await expect(post(auth, '/sign-in/email', person)).rejects.toMatchObject(refused)
    expect(await auth.users.find(person.email)).toBeNull()
    expect((await post(auth, '/sign-in/email', person)).status).toBe(401)
  })

  test('nobody signs in to an account that is being deleted', async () => {
    const { auth, store } = await setUp(async () => {})
    const user = await auth.users.find(person.email)
    await store.closeAccount(user?.userId ?? '')
    const answer = await post(auth, '/sign-in/email', person)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'SIGN_IN_ENDED' })
  })
}
