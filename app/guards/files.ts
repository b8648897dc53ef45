const EDITABLE = 'input, textarea, [contenteditable]'

const holdsFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

/** Keeps the browser on the page: without this it opens a file or an address that is dropped there. Returns stop. */
export function keepPage(): () => void {
  const over = (event: DragEvent) => {
    if (mayDrop(event)) return
    event.preventDefault()
    // Files go into the composer from everywhere. Nothing else has a place to go.
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

/**
 * Calls `take` with the files that a person pastes or drops anywhere, and `over` while they hold some above the page.
 * Text that comes with a file is pasted. Returns stop.
 */
export function watchFiles(take: (files: readonly File[]) => void, over: (isOver: boolean) => void): () => void {
  const paste = (event: ClipboardEvent) => {
    const data = event.clipboardData
    if (!data || !holdsFiles(data) || data.types.includes('text/plain')) return
    event.preventDefault()
    take([...data.files])
  }
  const drop = (event: DragEvent) => {
    over(false)
    if (event.dataTransfer && holdsFiles(event.dataTransfer)) take([...event.dataTransfer.files])
  }
  const enter = (event: DragEvent) => {
    if (holdsFiles(event.dataTransfer)) over(true)
  }
  const leave = (event: DragEvent) => {
    // Only the edge of the page leads nowhere.
    if (event.relatedTarget === null) over(false)
  }
  addEventListener('paste', paste)
  addEventListener('drop', drop)
  addEventListener('dragenter', enter)
  addEventListener('dragleave', leave)
  return () => {
    removeEventListener('paste', paste)
    removeEventListener('drop', drop)
    removeEventListener('dragenter', enter)
    removeEventListener('dragleave', leave)
  }
}
