import { RoostError } from '../../../lib/protocol/error.ts'
import { readBody } from '../body.ts'
import { contentTypeOf } from '../content-type.ts'
import type { HttpContext } from '../env.ts'

/** Reads a form, urlencoded or multipart. @throws RoostError `invalid_request`, `payload_too_large`. */
export async function readForm(c: HttpContext): Promise<FormData> {
  const bytes = await readBody(c.req.raw)
  try {
    const body = new Response(Buffer.from(bytes), { headers: { 'Content-Type': contentTypeOf(c) } })
    return await body.formData()
  } catch {
    throw new RoostError('invalid_request', 'the body is not the form that its Content-Type says')
  }
}

/** The texts of a form by their names. @throws RoostError `invalid_request` for a name that comes twice. */
export function textsOf(form: FormData): Record<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue
    if (texts.has(name)) throw new RoostError('invalid_request', `${name}: must be given once`)
    texts.set(name, value)
  }
  return Object.fromEntries(texts)
}

export const filesOf = (form: FormData): File[] => [...form.values()].filter((it) => typeof it !== 'string')
