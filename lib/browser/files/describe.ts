import type { FileInfo } from '../../protocol/file-info.ts'
import { limits } from '../../protocol/limits.ts'
import { exceedsUtf8 } from '../../protocol/values/text.ts'
import { isPicture, previewOf } from './preview.ts'

/** A preview of 16 KiB as a data URL, and never more than its part of a message. */
const MOST_PREVIEW = 21_000
/** A description without a preview is never longer. */
const DESCRIPTION = 1_200

const NAME_BYTES = 200

/** The name of a file without the folders it lay in, and without characters that steer a screen or end a line. */
export function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '').trim()
  return shortened(visible)
}

/** The end says what kind of file it is, so it stays. */
function shortened(name: string): string {
  const end = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  let start = [...name.slice(0, Math.min(NAME_BYTES, name.length - end.length)).toWellFormed()]
  if (!exceedsUtf8(name, NAME_BYTES)) return name
  while (start.length > 0 && exceedsUtf8(start.join('') + end, NAME_BYTES)) start = start.slice(0, -1)
  return start.join('') + end
}

/** Describes files for a message. The previews share the room that the text leaves. */
export async function describe(picked: readonly File[], text: string, newId: () => string): Promise<FileInfo[]> {
  const room = limits.contentBytes - new TextEncoder().encode(JSON.stringify(text)).length - DESCRIPTION * picked.length
  const pictures = picked.filter((it) => isPicture(it.type)).length
  const share = Math.min(MOST_PREVIEW, Math.floor(room / Math.max(1, pictures)))
  const described: FileInfo[] = []
  for (const file of picked) {
    const picture = share > 0 ? await previewOf(file, share) : null
    const info = { fileId: newId(), name: cleanName(file.name), type: cleanType(file.type), size: file.size }
    described.push({ ...info, ...picture })
  }
  return described
}

const cleanType = (type: string) => (/^[\x20-\x7e]{1,100}$/.test(type) ? type : '')
