import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { FileCard } from './file-card.tsx'
import { fileKind } from './kind.ts'
import { useFileAddress } from './use-file-address.ts'
import { useFiles } from './use-files.ts'

/** A video or a sound plays in its place, once it is here. */
export function Media({ file, entry }: { file: FileInfo; entry: Entry }) {
  const address = useFileAddress(file)
  const files = useFiles()
  const opened = () => void files?.opened(file.fileId).catch(() => {})
  return (
    <div className="max-w-84 space-y-1">
      {address === null ? null : fileKind(file.type) === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: a person's own video brings no captions
        <video
          src={address}
          controls
          preload="metadata"
          playsInline
          onPlay={opened}
          className="block max-h-96 w-full rounded-[11px] bg-well ring-1 ring-line"
        />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: a person's own sound brings no captions
        <audio src={address} controls preload="metadata" onPlay={opened} className="block w-full" />
      )}
      <FileCard file={file} entry={entry} />
    </div>
  )
}
