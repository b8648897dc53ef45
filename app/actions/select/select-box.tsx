import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('actions', english)

interface SelectBoxProps {
  chosen: boolean
  /** Names the message. */
  label: string
}

/** Stands before a message while messages are being selected. */
export default function SelectBox({ chosen, label }: SelectBoxProps) {
  return (
    <input
      type="checkbox"
      checked={chosen}
      aria-label={say.selectThis(label)}
      // A click anywhere on the message chooses it: use-selecting.ts.
      readOnly
      className="absolute -start-7 top-1 size-5 cursor-pointer accent-accent"
    />
  )
}
