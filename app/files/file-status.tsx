import { RotateCw } from 'lucide-react'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { innermost } from '../connection/innermost.ts'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useTimeline } from '../timeline/timeline-context.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { files as english } from '../words/en/inbox/files.ts'
import { subject } from '../words/language/catalog.ts'
import { nameOfFile, statusWords } from './file-words.ts'
import { useFileStatus, useFiles } from './use-files.ts'

const say = subject('files', english)

interface FileStatusProps {
  file: FileInfo
  entry: Entry
  /** A picture that is here says nothing. */
  quiet?: boolean
}

/** Where a file is, how far it has come, and what a person can do if it stays where it is. */
export function FileStatusLine({ file, entry, quiet }: FileStatusProps) {
  const status = useFileStatus(file.fileId)
  const { nameOf } = useTimeline()
  const files = useFiles()
  const online = useDeviceState(useDevice(), (it) => innermost(it.connection).state === 'live')
  if (quiet && status.state === 'here') return null
  const words = statusWords(status, file.size, nameOf(entry.from), online)
  const refused = status.state === 'refused'
  const done = status.state === 'uploading' ? status.sent : status.state === 'downloading' ? status.held : null
  return (
    <div data-testid="file-status" data-file-state={status.state} className="min-w-0 text-xs">
      <p
        role={refused ? 'alert' : undefined}
        className={`numeric wrap-anywhere ${refused ? 'text-danger' : 'text-faint'}`}
      >
        {words}
      </p>
      {done === null || !online ? null : (
        <ProgressBar label={nameOfFile(file)} done={done} total={file.size} className="mt-1 max-w-56" />
      )}
      {refused ? (
        <button
          type="button"
          onClick={() => void files?.uploadAgain(file.fileId).catch(() => {})}
          className="mt-0.5 inline-flex items-center gap-1 rounded font-medium text-accent hover:underline pointer-coarse:min-h-11"
        >
          <RotateCw className="size-3.5" aria-hidden="true" />
          {say.tryAgain}
        </button>
      ) : null}
    </div>
  )
}
