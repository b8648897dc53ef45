import { useEffect, useState } from 'react'
import type { FileInfo } from '../../lib/protocol/file-info.ts'
import { useFileStatus, useFiles } from './use-files.ts'

/** The address of a file that is on this device; null while it is not. Without a service worker it lies in memory. */
export function useFileAddress(file: FileInfo): string | null {
  const files = useFiles()
  const { state } = useFileStatus(file.fileId)
  const isHere = state === 'here' || state === 'uploading' || state === 'refused'
  const served = isHere ? (files?.addressOf(file) ?? null) : null
  const [inMemory, setInMemory] = useState<string | null>(null)
  const { fileId } = file
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file never changes
  useEffect(() => {
    if (!files || !isHere || served) return
    let url: string | null = null
    let gone = false
    files.blob(file).then(
      (blob) => {
        if (gone || !blob) return
        url = URL.createObjectURL(blob)
        setInMemory(url)
      },
      () => {},
    )
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
      setInMemory(null)
    }
  }, [files, isHere, served, fileId])
  return served ?? inMemory
}
