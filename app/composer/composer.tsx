import { ArrowUp } from 'lucide-react'
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useMedia } from '../hooks/use-media.ts'
import { keyOf } from '../keys/keys.ts'
import { PageKeys } from '../keys/page-keys-later.ts'
import { filesPart } from '../message/message-files.tsx'
import { later } from '../ui/later.tsx'
import { usePart } from '../ui/part.ts'
import { Problem } from '../ui/problem.tsx'
import { useAutosize } from '../ui/use-autosize.ts'
import { composer as english } from '../words/en/inbox/composer.ts'
import { subject } from '../words/language/catalog.ts'
import { useMention } from './mention/use-mention.ts'
import { ReceiverChip } from './receiver/receiver-chip.tsx'
import { type ComposerInput, useComposer } from './use-composer.ts'
import { useEditLast } from './use-edit-last.ts'

const say = subject('composer', english)

export const KeptNote = later(() => import('./kept-note.tsx'))
export const SizeNote = later(() => import('./size-note.tsx'))
const MentionList = lazy(() => import('./mention/mention-list.tsx'))

/** A browser needs half a minute to break a word of 65,000 letters into lines. It scrolls sideways instead. */
const LONG_WORD = /\S{1000}/
/** Placing so many marks on one letter takes a browser seconds for each key, so it only draws them. */
const MANY_MARKS = /\p{M}{100}/u

export function Composer(input: ComposerInput) {
  const composer = useComposer(input)
  const { text, picked, ready, receiverName, left } = composer
  const files = usePart(filesPart, false)
  const pick = (next: readonly File[]) => {
    composer.pick(next)
    focus()
  }
  const area = useRef<HTMLTextAreaElement>(null)
  const touch = useMedia('(pointer: coarse)')
  const focus = () => area.current?.focus()
  const mention = useMention(text, composer.receivers, (id, typed) => {
    let caret = 0
    // The next key finds the text and the caret in their places, however busy the browser is.
    flushSync(() => {
      caret = composer.aimByName(id, typed)
    })
    area.current?.setSelectionRange(caret, caret)
  })
  const editLast = useEditLast()

  useAutosize(area, text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a text that came back is there to be edited
  useEffect(focus, [input.returned])

  function send() {
    focus()
    composer.send()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (mention.onKeyDown(event)) return
    const key = keyOf(event)
    if (key === 'ArrowUp' && text === '' && !event.shiftKey && editLast()) return event.preventDefault()
    if (key !== 'Enter') return
    // Where people type on the screen, Enter begins a new line. A keyboard there still has Ctrl or Cmd.
    const sends = event.ctrlKey || event.metaKey || !(touch || event.shiftKey)
    if (!sends) return
    event.preventDefault()
    send()
  }

  function caretOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): number | null {
    return selectionStart === selectionEnd ? selectionStart : null
  }

  const { choices } = mention
  return (
    <form
      aria-label={say.form}
      className="rail space-y-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] max-[52rem]:w-[calc(100%-1rem)] min-[52rem]:pb-4"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Problem>{composer.problem}</Problem>
      <div className="composer-box relative rounded-[14px] bg-raised px-2 pt-3 pb-2">
        <Suspense>{choices ? <MentionList {...choices} /> : null}</Suspense>
        {files && picked.length > 0 ? <files.Tray picked={picked} onPick={pick} /> : null}
        <textarea
          ref={area}
          aria-label={say.field}
          aria-autocomplete="list"
          aria-controls={choices?.listId}
          aria-activedescendant={choices?.optionId(choices.active)}
          dir="auto"
          rows={1}
          placeholder={receiverName ? say.writeTo(receiverName) : say.writeToAll}
          enterKeyHint={touch ? 'enter' : 'send'}
          value={text}
          onChange={(event) => {
            composer.write(event.target.value)
            mention.moved(caretOf(event.target))
          }}
          onSelect={(event) => mention.moved(caretOf(event.currentTarget))}
          onBlur={() => mention.moved(null)}
          onKeyDown={onKeyDown}
          className={`scroll-quiet block field-sizing-content max-h-[40dvh] min-h-[1.4375rem] w-full resize-none overflow-y-auto bg-transparent px-2 text-[0.9375rem]/[1.54] placeholder:text-faint focus-visible:outline-none ${LONG_WORD.test(text) ? 'overflow-x-auto wrap-normal' : 'wrap-anywhere'} ${MANY_MARKS.test(text) ? 'loose-marks' : ''}`}
        />
        {composer.receiverGone ? (
          <p className="px-2 pt-1.5 text-xs text-danger">{say.receiverGone}</p>
        ) : (
          composer.bytes > 0 && <SizeNote text={text} bytes={composer.bytes} />
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
        <div className="mt-2.5 flex flex-wrap items-center gap-1">
          <ReceiverChip
            chosen={composer.receiver}
            receivers={composer.receivers}
            onChoose={(id) => {
              composer.turnTo(id)
              // The menu gives the focus back once it is gone.
              requestAnimationFrame(focus)
            }}
            field={area}
          />
          {files ? (
            <files.Attach onFiles={(more) => pick([...picked, ...more])} />
          ) : (
            <div className="size-(--control)" />
          )}
          <div className="flex-1" />
          <button
            type="submit"
            aria-label={say.send}
            title={touch ? say.sendCtrlEnter : say.sendEnter}
            aria-disabled={!ready}
            className={`send grid size-(--control) shrink-0 place-items-center rounded-[10px] transition-colors ${ready ? 'bg-accent text-on-accent hover:bg-accent-strong' : 'bg-well text-faint'}`}
          >
            <ArrowUp className="size-[18px]" strokeWidth={2} aria-hidden="true" />
          </button>
        </div>
      </div>
      <PageKeys field={area} />
    </form>
  )
}
