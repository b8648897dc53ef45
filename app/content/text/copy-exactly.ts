import type { ClipboardEvent } from 'react'

/**
 * Copies what is selected inside one message byte for byte. Browsers drop a line end at the end and change the others,
 * and some leave out what they have not laid out.
 */
export function copyExactly(event: ClipboardEvent<HTMLElement>): void {
  const selection = getSelection()
  const range = selection?.rangeCount === 1 ? selection.getRangeAt(0) : null
  if (!range || range.collapsed || !event.currentTarget.contains(range.commonAncestorContainer)) return
  event.clipboardData.setData('text/plain', range.toString())
  event.preventDefault()
}
