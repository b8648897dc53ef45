import { content as english } from '../words/en/inbox/content.ts'
import { subject } from '../words/language/catalog.ts'
import { CopyButton } from './copy-button.tsx'
import type { OneTimeCode } from './kind/one-time-code.ts'
import { PlainText } from './text/plain-text.tsx'

const say = subject('content', english)

interface OneTimeCodeProps {
  id: string
  text: string
  found: OneTimeCode
}

/** A code to type in elsewhere, large and ready to be copied, after the words around it. */
export function OneTimeCodeView({ id, text, found: { shown, code, start, end } }: OneTimeCodeProps) {
  // A code alone on its line moves into the block.
  const before = text.slice(0, start)
  const after = text.slice(end)
  const alone = /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(after)
  const rest = alone ? `${before.trimEnd()}${after.trim() ? `\n${after.trim()}` : ''}` : text
  const digits = /^\d{6}$/.test(shown) ? `${shown.slice(0, 3)} ${shown.slice(3)}` : shown
  return (
    <>
      {rest.trim() === '' ? null : <PlainText id={id} text={rest} mono={false} />}
      <div className="block-surface inline-flex max-w-full flex-wrap items-center gap-3 py-1.5 ps-3.5 pe-1.5">
        <b
          dir="ltr"
          className="numeric text-[1.375rem]/8 font-[620] tracking-[0.04em]"
          {...(rest.trim() === '' ? { 'data-testid': 'text' } : {})}
        >
          {digits}
        </b>
        <CopyButton text={code} label={say.copyCode} />
      </div>
    </>
  )
}
