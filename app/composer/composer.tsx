import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useMedia } from '../hooks/use-media.ts'
import { keyOf } from '../keys/keys.ts'
import { Problem } from '../ui/problem.tsx'
import { KeptNote } from './kept-note.tsx'
import { ReceiverPicker } from './receiver-picker.tsx'
import { SizeNote } from './size-note.tsx'
import { useAutosize } from './use-autosize.ts'
import { type ComposerInput, useComposer } from './use-composer.ts'

/** A browser needs half a minute to break a word of 65,000 letters into lines. It scrolls sideways instead. */
const LONG_WORD = /\S{1000}/

export function Composer(input: ComposerInput) {
  const composer = useComposer(input)
  const { text, ready, receiverName, left } = composer
  const area = useRef<HTMLTextAreaElement>(null)
  const touch = useMedia('(pointer: coarse)')
  const focus = () => area.current?.focus()

  useAutosize(area, text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that came back is there to be edited
  useEffect(focus, [input.returned])

  function send() {
    focus()
    composer.send()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (keyOf(event) !== 'Enter') return
    // Where people type on the screen, Enter begins a new line. A keyboard there still has Ctrl or Cmd.
    const sends = event.ctrlKey || event.metaKey || !(touch || event.shiftKey)
    if (!sends) return
    event.preventDefault()
    send()
  }

  return (
    <form
      aria-label="New message"
      className="mx-auto w-full max-w-3xl space-y-2 px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-5"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Problem>{composer.problem}</Problem>
      <div className="rounded-2xl border border-edge/70 bg-raised shadow-lift transition-colors focus-within:border-accent/60">
        <textarea
          ref={area}
          aria-label="Message"
          dir="auto"
          rows={1}
          placeholder={receiverName ? `Write to ${receiverName}` : 'Write to all your devices'}
          enterKeyHint={touch ? 'enter' : 'send'}
          value={text}
          onChange={(event) => composer.write(event.target.value)}
          onKeyDown={onKeyDown}
          className={`scroll-quiet block field-sizing-content max-h-[40dvh] min-h-11 w-full resize-none overflow-y-auto bg-transparent px-4 pt-3 pb-1 text-[0.9375rem]/[1.5] placeholder:text-faint focus-visible:outline-none ${LONG_WORD.test(text) ? 'overflow-x-auto wrap-normal' : 'wrap-anywhere'}`}
        />
        {composer.receiverGone ? (
          <p className="px-4 pb-1 text-xs text-danger">That device was removed. Choose who gets it.</p>
        ) : (
          <SizeNote bytes={composer.bytes} />
        )}
        {left ? (
          <KeptNote
            name={left.name}
            onMove={() => {
              composer.bringAlong()
              focus()
            }}
          />
        ) : null}
        <div className="flex items-center gap-2 ps-1.5 pe-2 pb-2">
          <ReceiverPicker
            value={composer.receiver}
            others={composer.others}
            kept={composer.kept}
            nameOf={composer.formerNameOf}
            onChange={composer.turnTo}
          />
          <div className="flex-1" />
          <button
            type="submit"
            aria-label="Send"
            title={touch ? 'Send (Ctrl+Enter)' : 'Send (Enter)'}
            aria-disabled={!ready}
            className={`send grid size-8 shrink-0 place-items-center rounded-full transition-colors pointer-coarse:size-11 ${ready ? 'bg-accent text-on-accent hover:bg-accent-strong' : 'bg-ink/8 text-faint'}`}
          >
            <ArrowUp className="size-[18px]" strokeWidth={2.4} aria-hidden="true" />
          </button>
        </div>
      </div>
    </form>
  )
}
