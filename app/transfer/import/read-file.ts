import { TransferError } from '../transfer-error.ts'
import { BlobReader, TextWriter, ZipReader } from '../zip.ts'
import type { ReadFile } from './draft.ts'
import { fromRoost } from './from-roost.ts'
import { fromSignalDesktop } from './from-signal-desktop.ts'
import { fromSignalExport } from './from-signal-export.ts'
import { fromTelegram } from './from-telegram.ts'
import { isObject, jsonLines, parseJson } from './json.ts'

const ZIP = [0x50, 0x4b]

/** Reads a file of any format that Roost knows. It looks at what is in it, never at its name. @throws TransferError */
export async function readFile(file: Blob): Promise<ReadFile> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  if (start.length === 2 && start.every((byte, index) => byte === ZIP[index])) return readArchive(file)
  return readText(await textOf(file))
}

async function textOf(file: Blob): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new TransferError('not_text')
  }
}

function readText(text: string): ReadFile {
  const first = text.trimStart()
  if (first === '') throw new TransferError('unknown_format')
  if (isWholeJson(first)) {
    const root = parseJson(text)
    // A file of lines may have one line.
    const values = (Array.isArray(root) ? root : [root]).filter(isObject)
    const read = fromTelegram(root) ?? fromSignalExport(values) ?? fromSignalDesktop(values)
    return read ?? asRoost(text, root)
  }
  if (!first.startsWith('{')) throw new TransferError('unknown_format')
  const lines = [...jsonLines(text)].map((it) => it.value)
  return fromSignalExport(lines) ?? fromSignalDesktop(lines) ?? asRoost(text, lines[0])
}

function asRoost(text: string, first: unknown): ReadFile {
  if (isObject(first) && 'messageId' in first && 'version' in first) return fromRoost(text, null)
  throw new TransferError('unknown_format')
}

/** Whether one value fills the file. Otherwise each line is a value. */
function isWholeJson(text: string): boolean {
  if (text.startsWith('[')) return true
  const line = text.slice(0, text.indexOf('\n') + 1 || undefined)
  if (!text.startsWith('{')) return false
  try {
    JSON.parse(line)
    return line.trim() === text.trim()
  } catch {
    return true
  }
}

/** An export of Roost, or an archive that holds one file of another format. */
async function readArchive(file: Blob): Promise<ReadFile> {
  const zip = new ZipReader(new BlobReader(file), { checkSignature: true })
  try {
    const entries = await zip.getEntries()
    const text = async (name: string) => {
      const entry = entries.find((it) => !it.directory && (it.filename === name || it.filename.endsWith(`/${name}`)))
      return entry && !entry.directory ? entry.getData(new TextWriter()) : undefined
    }
    const messages = await text('messages.ndjson')
    if (messages !== undefined) return fromRoost(messages, parseJson((await text('devices.json')) ?? 'null'))
    for (const name of ['result.json', 'main.jsonl', 'data.json']) {
      const other = await text(name)
      if (other !== undefined) return readText(other)
    }
  } catch (error) {
    throw error instanceof TransferError ? error : new TransferError('bad_archive')
  } finally {
    await zip.close().catch(() => {})
  }
  throw new TransferError('no_messages_file')
}
