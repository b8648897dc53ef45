import type { Batch } from '../../lib/protocol/batch.ts'
import { batchJson } from '../core/messages/batch-json.ts'
import type { BatchText } from '../core/mother.ts'

/** A T that is JSON already. It goes out as it stands: neither parsed nor written again on the way. */
export class JsonText<T> {
  declare private readonly value: T
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** The JSON of what is sent: of a value, of one that is text already, or of a list with such in it. */
export function toJson(data: unknown): string {
  if (Array.isArray(data) && data.some((it) => it instanceof JsonText)) return `[${data.map(toJson).join(',')}]`
  return data instanceof JsonText ? data.text : JSON.stringify(data)
}

export class BatchJson extends JsonText<Batch> {
  readonly upTo: number
  /** How many. */
  readonly messages: number

  constructor(batch: BatchText) {
    super(batchJson(batch))
    this.upTo = batch.upTo
    this.messages = batch.messages.length
  }
}
