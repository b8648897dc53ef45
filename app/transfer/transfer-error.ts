/** Each has its sentence in words/en/transfer.ts. */
export type TransferCode =
  | 'unknown_format'
  | 'bad_archive'
  | 'no_messages_file'
  | 'bad_json'
  | 'bad_line'
  | 'not_text'
  | 'storage'
  | 'failed'

/** Why a file could not be read, or an export not written. `line` counts from 1. */
export class TransferError extends Error {
  readonly code: TransferCode
  readonly line: number | undefined
  constructor(code: TransferCode, line?: number) {
    super(line === undefined ? code : `${code} in line ${line}`)
    this.name = 'TransferError'
    this.code = code
    this.line = line
  }
}
