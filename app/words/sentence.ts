/** What a person is told of an error: our own errors carry a sentence, anything else is ours to be sorry for. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && ours.has(error.name)) return error.message
  console.error(error)
  return 'Something went wrong here. Reload the page and try again; nothing is lost.'
}

const ours = new Set(['RoostError', 'StorageError', 'TransportError'])
