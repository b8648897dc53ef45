import { lazy, Suspense, useState } from 'react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { FileCard } from './file-card.tsx'
import { fileKind } from './kind.ts'
import { Media } from './media.tsx'
import { Picture } from './picture.tsx'

const Viewer = lazy(() => import('./viewer/viewer.tsx'))

/** The files of a message: its pictures in rows, everything else below. */
export function FilesView({ entry }: { entry: Entry }) {
  const { files = [] } = entry
  const [shown, setShown] = useState<string | null>(null)
  const pictures = files.filter((it) => fileKind(it.type) === 'picture')
  const others = files.filter((it) => fileKind(it.type) !== 'picture')
  return (
    <div className="space-y-2 py-1">
      {pictures.length === 0 ? null : (
        <div className="flex flex-wrap gap-2">
          {pictures.map((it) => (
            <Picture
              key={it.fileId}
              file={it}
              entry={entry}
              small={pictures.length > 1}
              onShow={() => setShown(it.fileId)}
            />
          ))}
        </div>
      )}
      {others.map((it) =>
        fileKind(it.type) === 'other' ? (
          <FileCard key={it.fileId} file={it} entry={entry} />
        ) : (
          <Media key={it.fileId} file={it} entry={entry} />
        ),
      )}
      {shown === null ? null : (
        <Suspense>
          <Viewer pictures={pictures} first={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </div>
  )
}
