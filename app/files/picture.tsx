import { useState } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'
import { FileStatusLine } from './file-status.tsx'
import { nameOfFile } from './file-words.ts'
import { useFileAddress } from './use-file-address.ts'
import { useFileStatus, useFiles } from './use-files.ts'

const say = subject('files', english)

interface PictureProps {
  file: FileInfo
  entry: Entry
  /** Several share a row. */
  small: boolean
  onShow: () => void
}

/** A picture, or its preview until it is here. It has its own shape from the first frame on, so nothing moves. */
export function Picture({ file, entry, small, onShow }: PictureProps) {
  const files = useFiles()
  const { state } = useFileStatus(file.fileId)
  const address = useFileAddress(file)
  const [damaged, setDamaged] = useState(false)
  const { width = 0, height = 0, preview } = file
  const ratio = width > 0 && height > 0 ? Math.min(3, Math.max(0.5, width / height)) : 1.6
  const source = address && !damaged ? address : preview
  const name = nameOfFile(file)
  const isHere = address !== null
  return (
    <figure
      className={small ? 'w-32 min-[52rem]:w-40' : 'w-full max-w-84'}
      style={{ maxWidth: naturalWidth(width, small) }}
    >
      <button
        type="button"
        aria-label={isHere ? say.show(name) : state === 'downloading' ? name : say.get(name)}
        data-testid="picture"
        data-here={isHere || undefined}
        onClick={() => (isHere ? onShow() : void files?.download(file))}
        className="block w-full overflow-hidden rounded-[11px] bg-well ring-1 ring-line"
        style={{ aspectRatio: small ? 1 : ratio }}
      >
        {source ? (
          // biome-ignore lint/performance/noImgElement: no server may see the bytes of a person's file
          <img
            src={source}
            alt={say.picture(name)}
            decoding="async"
            onError={() => address && setDamaged(true)}
            className="size-full object-cover"
          />
        ) : (
          <span className="grid size-full place-items-center p-2 text-xs text-faint wrap-anywhere">{name}</span>
        )}
      </button>
      <figcaption className="mt-1 empty:hidden">
        <FileStatusLine file={file} entry={entry} quiet />
      </figcaption>
    </figure>
  )
}

/** A small picture is not blown up, but stays large enough to be pressed. */
const naturalWidth = (width: number, small: boolean) => (small || width <= 0 ? undefined : Math.max(width, 120))
