import { File as FileIcon, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { limits } from '../../lib/protocol/limits.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { formatSize } from '../words/bytes.ts'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('files', english)

interface TrayProps {
  picked: readonly File[]
  onPick: (files: readonly File[]) => void
}

/** The files that go with the next message. */
export function Tray({ picked: chosen, onPick }: TrayProps) {
  const picked = chosen.slice(0, limits.files)
  return (
    <>
      <ul aria-label={say.toSend} className="scroll-quiet mb-2 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto px-1">
        {picked.map((file, n) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: two chosen files may be alike in everything
            key={`${n} ${file.name}`}
            className="flex max-w-full items-center gap-2 rounded-[9px] bg-well py-1 ps-1.5 text-xs"
          >
            <Thumb file={file} />
            <span className="min-w-0">
              <span dir="auto" className="block max-w-40 truncate font-medium">
                <bdi>{file.name || say.unnamed}</bdi>
              </span>
              <span className="numeric text-faint">{formatSize(file.size)}</span>
            </span>
            <IconButton
              icon={X}
              label={say.takeOut(file.name || say.unnamed)}
              onClick={() => onPick(picked.filter((it) => it !== file))}
            />
          </li>
        ))}
      </ul>
      {chosen.length > picked.length ? (
        <p role="alert" className="px-2 pb-2 text-xs text-danger">
          {say.tooMany(limits.files)}
        </p>
      ) : null}
    </>
  )
}

/** A browser shows a picture of any size small, but a huge one takes it too long. */
const SHOWN_BYTES = 20_000_000

function Thumb({ file }: { file: File }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!/^image\/(?!svg)/.test(file.type) || file.size > SHOWN_BYTES) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (!url) return <FileIcon className="size-8 p-1.5 text-soft" strokeWidth={1.5} aria-hidden="true" />
  // biome-ignore lint/performance/noImgElement: no server may see the bytes of a person's file
  return <img src={url} alt="" onError={() => setUrl(null)} className="size-8 rounded object-cover" />
}
