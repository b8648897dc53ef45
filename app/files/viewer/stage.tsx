import type { FileInfo } from '../../../lib/protocol/file-info.ts'
import { files as english } from '../../words/en/inbox/files.ts'
import { subject } from '../../words/language/catalog.ts'
import { nameOfFile } from '../file-words.ts'
import { useFileAddress } from '../use-file-address.ts'

const say = subject('files', english)

interface StageProps {
  file: FileInfo
  /** 1 fits the picture into the screen. */
  zoom: number
  onPress: () => void
}

/** The picture itself. A zoomed one scrolls, so that a finger, a wheel and the keyboard all move it. */
export function Stage({ file, zoom, onPress }: StageProps) {
  const source = useFileAddress(file) ?? file.preview
  return (
    <div className="grid min-w-0 flex-1 overflow-auto overscroll-contain">
      <button
        type="button"
        aria-label={zoom === 1 ? say.zoomIn : say.zoomOut}
        onClick={onPress}
        className={`m-auto grid h-full w-full place-items-center p-2 ${zoom === 1 ? 'cursor-zoom-in' : 'cursor-zoom-out'}`}
        style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
      >
        {source ? (
          // biome-ignore lint/performance/noImgElement: no server may see the bytes of a person's file
          <img
            src={source}
            alt={say.picture(nameOfFile(file))}
            className="max-h-full max-w-full object-contain"
            style={zoom === 1 ? {} : { width: '100%', height: '100%' }}
          />
        ) : null}
      </button>
    </div>
  )
}
