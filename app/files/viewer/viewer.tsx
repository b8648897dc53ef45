import { Dialog } from '@base-ui/react/dialog'
import { ArrowDownToLine, ChevronLeft, ChevronRight, Copy, Share2, X, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { FileInfo } from '../../../lib/protocol/file-info.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { files as english } from '../../words/en/inbox/files.ts'
import { subject } from '../../words/language/catalog.ts'
import { nameOfFile } from '../file-words.ts'
import { saveFile } from '../save-file.ts'
import { useFiles } from '../use-files.ts'
import { copyPicture, sharePicture } from './picture-actions.ts'
import { Stage } from './stage.tsx'

const say = subject('files', english)

const ZOOMS = [1, 2, 4] as const

interface ViewerProps {
  pictures: readonly FileInfo[]
  /** The fileId of the picture that is shown first. */
  first: string
  onClose: () => void
}

/** The pictures of a message, one at a time, as large as the screen allows. */
export default function Viewer({ pictures, first, onClose }: ViewerProps) {
  const files = useFiles()
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex((it) => it.fileId === first),
    ),
  )
  const [zoom, setZoom] = useState(0)
  const [note, setNote] = useState('')
  const file = pictures[at]
  useEffect(() => {
    if (file) void files?.opened(file.fileId).catch(() => {})
  }, [files, file])
  if (!file) return null
  const name = nameOfFile(file)

  function step(by: number): void {
    setAt(Math.min(pictures.length - 1, Math.max(0, at + by)))
    setZoom(0)
    setNote('')
  }
  const zoomBy = (by: number) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, zoom + by)))

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    if (event.key === 'ArrowRight') step(forward)
    else if (event.key === 'ArrowLeft') step(-forward)
    else if (event.key === '+') zoomBy(1)
    else if (event.key === '-') zoomBy(-1)
    else return
    event.preventDefault()
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-30 flex flex-col bg-ground focus-visible:outline-none"
        >
          <div className="flex items-center gap-1 px-3 pt-[max(0.5rem,env(safe-area-inset-top))] pb-2">
            <Dialog.Title className="min-w-0 flex-1 truncate px-1 text-sm font-medium">
              <bdi>{name}</bdi>
            </Dialog.Title>
            {pictures.length > 1 ? (
              <p className="numeric px-2 text-xs text-faint">{say.count(at + 1, pictures.length)}</p>
            ) : null}
            <IconButton icon={ZoomOut} label={say.zoomOut} disabled={zoom === 0} onClick={() => zoomBy(-1)} />
            <IconButton
              icon={ZoomIn}
              label={say.zoomIn}
              disabled={zoom === ZOOMS.length - 1}
              onClick={() => zoomBy(1)}
            />
            <IconButton
              icon={Copy}
              label={say.copyPicture}
              onClick={async () =>
                setNote(files && (await copyPicture(files, file)) ? say.pictureCopied : say.notCopied)
              }
            />
            {'share' in navigator ? (
              <IconButton icon={Share2} label={say.share} onClick={() => void (files && sharePicture(files, file))} />
            ) : null}
            <IconButton
              icon={ArrowDownToLine}
              label={say.saveNamed(name)}
              onClick={() => void (files && saveFile(files, file).catch(() => {}))}
            />
            <Dialog.Close render={<IconButton icon={X} label={say.close} />} />
          </div>
          <p role="status" className="px-4 text-xs text-faint empty:hidden">
            {note}
          </p>
          <div className="relative flex min-h-0 flex-1">
            <Stage key={file.fileId} file={file} zoom={ZOOMS[zoom] ?? 1} onPress={() => setZoom(zoom === 0 ? 1 : 0)} />
            {at > 0 ? (
              <IconButton
                icon={ChevronLeft}
                label={say.previous}
                onClick={() => step(-1)}
                className="absolute start-2 top-1/2 bg-raised shadow-rest rtl:-scale-x-100"
              />
            ) : null}
            {at < pictures.length - 1 ? (
              <IconButton
                icon={ChevronRight}
                label={say.next}
                onClick={() => step(1)}
                className="absolute end-2 top-1/2 bg-raised shadow-rest rtl:-scale-x-100"
              />
            ) : null}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
