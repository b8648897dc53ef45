import type { Batch } from '../../../lib/protocol/batch.ts'
import type { BatchText } from '../../mother/mother.ts'
import { batchJson } from '../batch-json.ts'

/** A T that is JSON already. It goes out as it stands: neither parsed nor written again on the way. */
export class JsonText<T> {
  declare private readonly value: T
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
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
