import { Copy, Trash2, X } from 'lucide-react'
import type { Entry } from '../../../lib/core/timeline/entry.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { useActions } from '../actions.ts'
import { copy, remove } from '../perform.ts'
import type { Selection } from './selection.ts'

const say = subject('actions', english)

/** Stands above the composer while messages are selected. */
export function SelectionBar({ selection }: { selection: Selection }) {
  const actions = useActions()
  const stop = () => actions.set({ selection: null })

  async function forAll(perform: (entries: Entry[]) => Promise<void>) {
    const { timeline, outbox } = actions.device.getState()
    const entries = [...timeline.entries, ...outbox].filter((it) => selection.ids.has(it.id) && !it.deleted)
    stop()
    if (entries.length > 0) await perform(entries)
  }

  return (
    <section
      aria-label={say.selecting}
      className="rail mb-2 flex min-h-12 animate-rise items-center gap-1.5 rounded-xl bg-raised py-1 ps-3.5 pe-1.5 text-sm shadow-lift"
    >
      <p role="status" className="numeric min-w-0 flex-1 font-medium">
        {say.selected(selection.ids.size)}
      </p>
      <Button size="small" onClick={() => void forAll((entries) => copy(actions, entries))}>
        <Copy className="size-4" aria-hidden="true" />
        {say.copySelected}
      </Button>
      <Button
        size="small"
        look="quiet"
        className="text-danger!"
        onClick={() => void forAll((it) => remove(actions, it))}
      >
        <Trash2 className="size-4" aria-hidden="true" />
        {say.deleteSelected}
      </Button>
      <IconButton icon={X} label={say.stopSelecting} onClick={stop} />
    </section>
  )
}
