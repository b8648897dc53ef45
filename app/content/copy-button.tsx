import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { copyText } from '../ui/copy-text.ts'
import { content as english } from '../words/en/inbox/content.ts'
import { subject } from '../words/language/catalog.ts'

const sayContent = subject('content', english)

const SAID_MS = 2_000

/** Copies a text as it was written, and says so for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, say] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => say(''), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])

  const Icon = said === sayContent.copied ? Check : Copy
  return (
    <>
      <button
        type="button"
        onClick={async () => say((await copyText(text)) ? sayContent.copied : sayContent.copyRefused)}
        className="inline-flex min-h-(--lean) shrink-0 items-center gap-[0.3125rem] rounded-[7px] px-2 text-xs font-medium whitespace-nowrap text-soft select-none hover:bg-hover hover:text-ink"
      >
        <Icon className="size-[0.8125rem]" strokeWidth={2} aria-hidden="true" />
        {said || label}
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
