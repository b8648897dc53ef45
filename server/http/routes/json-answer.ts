import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { compress } from '../compress.ts'
import type { HttpContext } from '../env.ts'

/** Answers with JSON, compressed where it is long and the client takes that. */
export async function jsonAnswer(c: HttpContext, text: string, status: ContentfulStatusCode = 200): Promise<Response> {
  c.header('Vary', 'Accept-Encoding', { append: true })
  const compressed = await compress(text, c.req.header('accept-encoding'))
  if (!compressed) return c.body(text, status, { 'Content-Type': 'application/json' })
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': compressed.coding }
  return c.body(compressed.bytes, status, headers)
}
