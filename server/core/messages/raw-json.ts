import type { Batch } from '../../../lib/protocol/batch.ts'
import type { BatchText } from '../mother.ts'

/** A T that is JSON text already. Both gateways send it as it is, without parsing and writing it again. */
export class RawJson<T> {
  declare private readonly value: T
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A Batch of messages that are the JSON text from the store. */
export function batchJson({ messages, ...range }: BatchText): RawJson<Batch> {
  const head = JSON.stringify(range)
  return new RawJson(`${head.slice(0, -1)},"messages":[${messages.join(',')}]}`)
}

/** JSON.stringify that takes RawJson, too, alone or in a list. */
export function toJson(data: unknown): string {
  if (Array.isArray(data) && data.some((it) => it instanceof RawJson)) return `[${data.map(toJson).join(',')}]`
  return data instanceof RawJson ? data.text : JSON.stringify(data)
}
