const EDITABLE = 'input, textarea, [contenteditable]'

const holdsFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** Keeps the browser on the page: without this it opens a file or an address that is dropped there. Returns stop. */
export function keepPage(): () => void {
  const over = (event: DragEvent) => {
    if (mayDrop(event)) return
    event.preventDefault()
    // A drop of a file is answered in words, so it has to happen. Nothing else has a place to go.
    if (event.dataTransfer) event.dataTransfer.dropEffect = holdsFiles(event.dataTransfer) ? 'copy' : 'none'
  }
  const drop = (event: DragEvent) => {
    if (!mayDrop(event)) event.preventDefault()
  }
  addEventListener('dragover', over)
  addEventListener('drop', drop)
  return () => {
    removeEventListener('dragover', over)
    removeEventListener('drop', drop)
  }
}

/** Text goes into a field. */
function mayDrop({ dataTransfer, target }: DragEvent): boolean {
  return !holdsFiles(dataTransfer) && target instanceof Element && target.closest(EDITABLE) !== null
}

/** Calls `refuse` when a person pastes or drops a file. Text that comes with a file is pasted. Returns stop. */
export function watchFiles(refuse: () => void): () => void {
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData
    if (!data || !holdsFiles(data) || data.types.includes('text/plain')) return
    event.preventDefault()
    refuse()
  }
  const drop = (event: DragEvent) => {
    if (holdsFiles(event.dataTransfer)) refuse()
  }
  addEventListener('paste', paste)
  addEventListener('drop', drop)
  return () => {
    removeEventListener('paste', paste)
    removeEventListener('drop', drop)
  }
}
