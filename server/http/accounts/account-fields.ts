import { hash } from 'node:crypto'
import * as v from 'valibot'
import { limits } from '../../../lib/protocol/limits.ts'
import { labelSchema } from '../../../lib/protocol/values/label.ts'
import { object } from '../../../lib/protocol/values/object.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import { SIGN_IN_ENDED } from '../../core/ports/auth.ts'
import { readFirst } from '../body.ts'
import type { HttpContext } from '../env.ts'

const text = v.optional(v.string())
// The library takes an empty password for none, and does with a fresh sign-in instead.
const password = v.pipe(v.string(), v.minLength(1))

/** As many as the standard knows, and some more. */
const transports = v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(10))

/** A browser's answer about a passkey. The library checks all of it but `transports`, which it keeps as they are. */
const passkeyAnswer = v.looseObject({
  id: v.string(),
  response: v.looseObject({ clientDataJSON: v.string(), transports: v.optional(transports) }),
})

/** The calls of the account library that take a body, with the fields that Roost uses. */
export const accountFields = {
  '/sign-up/email': object({ name: text, email: text, password: text, invitation: text }),
  '/sign-in/email': object({ email: text, password: v.optional(password) }),
  '/change-password': object({ currentPassword: v.optional(password), newPassword: text }),
  '/delete-user': object({ password }),
  '/sign-out': object({}),
  '/revoke-session': object({ token: text }),
  '/revoke-other-sessions': object({}),
  '/passkey/verify-registration': object({
    name: v.optional(labelSchema(1, limits.nameLength)),
    response: passkeyAnswer,
  }),
  '/passkey/verify-authentication': object({ response: passkeyAnswer }),
  '/passkey/delete-passkey': object({ id: v.string() }),
} as const

type Path = keyof typeof accountFields
export type Fields<P extends Path = Path> = v.InferOutput<(typeof accountFields)[P]>

/**
 * The library logs input that it cannot read, past our log. So it only gets input that was checked here.
 * `empty` stands for an empty body, which is refused without it. @throws RoostError `invalid_request`, `payload_too_large`.
 */
export async function readFields<P extends Path>(c: HttpContext, path: P, empty?: object): Promise<Fields<P>> {
  const schema: v.GenericSchema<unknown, Fields<P>> = accountFields[path] as never
  const fields = await readFirst(c.req.raw, empty)
  return parse(schema, fields())
}

/** An account as a key of fixed size. */
export function accountKey(email = ''): string {
  return hash('sha256', email.trim().toLowerCase(), 'base64')
}

/** Whether the library refused a password. A sign-in that was ended meanwhile had the right one. */
export async function isWrongPassword(answer: Response): Promise<boolean> {
  if (answer.status !== 400 && answer.status !== 401) return false
  const code = await codeOf(answer)
  return answer.status === 401 ? code !== SIGN_IN_ENDED : code === 'INVALID_PASSWORD'
}

async function codeOf(answer: Response): Promise<unknown> {
  const { code } = await answer
    .clone()
    .json()
    .catch(() => ({}))
  return code
}
