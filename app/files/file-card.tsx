import {
  ArrowDownToLine,
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileText,
  FileVideo,
  type LucideIcon,
} from 'lucide-react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'
import { FileStatusLine } from './file-status.tsx'
import { nameOfFile } from './file-words.ts'
import { saveFile } from './save-file.ts'
import { useFileStatus, useFiles } from './use-files.ts'

const say = subject('files', english)

/** A file of any kind: its name, where it is, and the button that gets or saves it. */
export function FileCard({ file, entry }: { file: FileInfo; entry: Entry }) {
  const files = useFiles()
  const { state } = useFileStatus(file.fileId)
  const Icon = iconOf(file.type)
  const name = nameOfFile(file)
  const isHere = state === 'here' || state === 'uploading' || state === 'refused'
  const busy = state === 'downloading'
  return (
    <div
      data-testid="file"
      className="flex w-full max-w-84 items-center gap-3 rounded-[11px] bg-raised py-1.5 ps-3 pe-1.5 ring-1 ring-line"
    >
      <Icon className="size-5 shrink-0 text-soft" strokeWidth={1.5} aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate text-sm font-medium" title={name}>
          <bdi>{name}</bdi>
        </p>
        <FileStatusLine file={file} entry={entry} />
      </div>
      <IconButton
        icon={ArrowDownToLine}
        label={isHere ? say.saveNamed(name) : say.get(name)}
        disabled={busy || files === null}
        onClick={() => void (files && (isHere ? saveFile(files, file) : files.download(file)).catch(() => {}))}
      />
    </div>
  )
}

function iconOf(type: string): LucideIcon {
  if (type.startsWith('image/')) return FileImage
  if (type.startsWith('video/')) return FileVideo
  if (type.startsWith('audio/')) return FileAudio
  if (type.startsWith('text/')) return FileText
  return /zip|compressed|x-tar|gzip|x-7z/.test(type) ? FileArchive : File
}
