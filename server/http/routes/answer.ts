import type { CallName } from '../../../lib/protocol/calls.ts'
import type { HttpContext } from '../env.ts'

/** Answers one call: a Response goes out as it is, any other value as JSON. */
export type Answer = (c: HttpContext) => Promise<unknown>

export type Answers<C extends CallName> = Record<C, Answer>
