import type { BatchText } from '../mother.ts'

/** The JSON of a Batch. Messages go in as the text that the store keeps: neither parsed nor written again on the way. */
export function batchJson({ messages, ...range }: BatchText): string {
  const head = JSON.stringify(range)
  return `${head.slice(0, -1)},"messages":[${messages.join(',')}]}`
}
