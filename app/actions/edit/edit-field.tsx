import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { requestOf } from '../../../lib/core/timeline/said.ts'
import { useAction } from '../../hooks/use-action.ts'
import { useMedia } from '../../hooks/use-media.ts'
import { keyOf } from '../../keys/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useAutosize } from '../../ui/use-autosize.ts'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { useActions, useActionsState } from '../actions.ts'
import { articleWith, focusArticle } from '../articles.ts'

const sayActions = subject('actions', english)

/** Edits a message in its place. Nothing is sent for a text that did not change. */
export default function EditField({ entry }: { entry: Entry }) {
  const actions = useActions()
  const text = useActionsState((it) => it.editing?.text ?? '')
  const area = useRef<HTMLTextAreaElement>(null)
  const touch = useMedia('(pointer: coarse)')
  const hint = useId()
  const empty = text.trim() === ''
  useAutosize(area, text)

  useEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [])

  function end(said?: string) {
    actions.set({ editing: null })
    if (said) actions.say(said)
    requestAnimationFrame(() => focusArticle(articleWith(entry.id)))
  }

  const save = useAction(async () => {
    if (text === entry.content) return end(sayActions.notChanged)
    const { contentType, content } = requestOf(entry, text)
    await actions.device.edit({ ...entry, contentType }, content)
    end(sayActions.edited)
  })

  function onKeyDown(event: KeyboardEvent) {
    const key = keyOf(event)
    const saves = key === 'Enter' && (event.ctrlKey || event.metaKey || !(touch || event.shiftKey))
    if (key !== 'Escape' && !saves) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape') end()
    else if (!empty) void save.run()
  }

  return (
    <form
      className="space-y-2 py-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (!empty) void save.run()
      }}
    >
      <textarea
        ref={area}
        aria-label={sayActions.editField}
        aria-describedby={hint}
        dir="auto"
        rows={1}
        value={text}
        onChange={(event) => actions.set({ editing: { id: entry.id, text: event.target.value } })}
        onKeyDown={onKeyDown}
        className="scroll-quiet block field-sizing-content max-h-[50dvh] w-full resize-none rounded-[9px] border border-edge bg-raised px-3 py-2 text-[0.9375rem]/[1.5] wrap-anywhere focus-visible:border-accent"
      />
      <Problem>{empty ? sayActions.emptyEdit : save.problem}</Problem>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button type="submit" size="small" look="primary" busy={save.busy} disabled={empty}>
          {sayActions.save}
        </Button>
        <Button size="small" look="quiet" onClick={() => end()}>
          {sayActions.cancel}
        </Button>
        <span id={hint} className="ms-1 text-xs text-faint pointer-coarse:sr-only">
          {sayActions.editKeys}
        </span>
      </div>
    </form>
  )
}
