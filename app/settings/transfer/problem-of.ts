import { TransferError } from '../../transfer/transfer-error.ts'
import { transfer as english } from '../../words/en/settings/transfer.ts'
import { subject } from '../../words/language/catalog.ts'
import { sentenceOf } from '../../words/sentence.ts'

const say = subject('transfer', english)

/** The sentence about a transfer that did not work. */
export function problemOf(error: unknown): string {
  if (!(error instanceof TransferError)) return sentenceOf(error)
  const { problems, inLine } = say
  return error.line === undefined ? problems[error.code] : inLine(problems[error.code], error.line)
}
