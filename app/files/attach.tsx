import { Paperclip } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { watchFiles } from '../guards/files.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('files', english)

/** The ways of a file into the composer: chosen here, pasted, or dropped anywhere on the page. */
export function Attach({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles
  useEffect(() => watchFiles((files) => take.current(files), setOver), [])
  return (
    <>
      <IconButton
        icon={Paperclip}
        label={say.add}
        onClick={() => input.current?.click()}
        className="size-(--control)!"
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {over ? (
        <div className="pointer-events-none fixed inset-2 z-30 grid place-items-center rounded-[20px] border-2 border-dashed border-accent bg-accent-wash/90 p-6 text-center text-lg font-medium text-accent">
          {say.dropHere}
        </div>
      ) : null}
    </>
  )
}
