import { Hono } from 'hono'
import * as v from 'valibot'
import { RoostError } from '../../../lib/protocol/error.ts'
import { routes } from '../../../lib/protocol/routes.ts'
import { uuidSchema } from '../../../lib/protocol/values/ids.ts'
import type { Files } from '../../core/files/files.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { createDownload } from './download.ts'
import { speaksTus } from './tus.ts'
import { createUploads } from './upload.ts'

/** `/v1/files`: uploads by tus 1.0, and downloads. */
export function fileRoutes(files: Files, identify: Identify): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const uploads = createUploads(files, identify)
  const download = createDownload(files, identify)
  const withId = (handle: (c: HttpContext, fileId: string) => Promise<Response>) => async (c: HttpContext) => {
    const fileId = c.req.param('fileId')
    if (v.is(uuidSchema, fileId)) return handle(c, fileId)
    await identify.device(c)
    throw new RoostError('not_found', 'There is no such file')
  }
  const one = `${routes.files}/:fileId`

  app.options(routes.files, uploads.options)
  app.options(one, uploads.options)
  app.post(routes.files, uploads.create)
  app.patch(one, withId(uploads.patch))
  app.delete(one, withId(uploads.terminate))
  // Also serves HEAD, which tus uses to ask how far an upload is.
  app.get(
    one,
    withId((c, fileId) => (c.req.method === 'HEAD' && speaksTus(c) ? uploads.look(c, fileId) : download(c, fileId))),
  )
  return app
}
