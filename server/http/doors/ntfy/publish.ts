import { ALL } from '../../../../lib/protocol/values/ids.ts'
import type { Caller } from '../../../core/mother.ts'
import { mediaTypeOf } from '../../content-type.ts'
import type { HttpContext } from '../../env.ts'
import { messageIdIn } from '../../message-id.ts'
import type { Attachment } from '../attachment.ts'
import type { Deliver } from '../deliver.ts'
import { readForm, textsOf } from '../form.ts'
import { ntfyAnswer } from './answer.ts'
import { attachmentsIn, readTextOnly, readTextOrFile } from './body.ts'
import { fromJson } from './json.ts'
import { readerOf } from './parameters.ts'
import { notificationOf, type Publication, publicationOf } from './publication.ts'

/** Says something where a program sends nothing, as ntfy does. */
const EMPTY = 'triggered'

export interface Publish {
  /** The body is the text, or a file. */
  body(c: HttpContext, caller: Caller, topic: string): Promise<object>
  /** The body was JSON, which says everything. */
  json(c: HttpContext, caller: Caller, json: unknown): Promise<object>
}

/** Sends what ntfy's programs publish, and returns their answer. Every method @throws RoostError as a send. */
export function createPublish(deliver: Deliver, baseUrl: () => string): Publish {
  async function send(c: HttpContext, caller: Caller, asked: Publication, attachments: Attachment[] = []) {
    const isEmpty = asked.title === '' && asked.message === '' && attachments.length === 0
    const publication = isEmpty ? { ...asked, message: EMPTY } : asked
    const delivered = await deliver({
      caller,
      messageId: messageIdIn(c),
      receiverDeviceId: c.req.query('to') ?? ALL,
      notification: notificationOf(publication),
      attachments,
    })
    return ntfyAnswer(publication, delivered, baseUrl())
  }

  async function sendForm(c: HttpContext, caller: Caller, topic: string) {
    const form = await readForm(c)
    const publication = publicationOf(topic, readerOf(c, textsOf(form)), false)
    return send(c, caller, publication, attachmentsIn(c, form, publication.filename))
  }

  return {
    async body(c, caller, topic) {
      if (mediaTypeOf(c) === 'multipart/form-data') return sendForm(c, caller, topic)
      const asked = publicationOf(topic, readerOf(c), mediaTypeOf(c) === 'text/markdown')
      const body = asked.attach ? { text: await readTextOnly(c) } : await readTextOrFile(c, asked.filename)
      if ('attachment' in body) return send(c, caller, asked, [body.attachment])
      const message = [asked.message, body.text].filter((it) => it !== '').join('\n')
      return send(c, caller, { ...asked, message })
    },

    async json(c, caller, json) {
      const { topic, message, own } = fromJson(json)
      const asked = publicationOf(topic, readerOf(c, own), false)
      return send(c, caller, { ...asked, message: message === '' ? asked.message : message })
    },
  }
}
