import { Circle, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { content as english } from '../../words/en/inbox/content.ts'
import { subject } from '../../words/language/catalog.ts'
import type { Node } from './tree.ts'

const say = subject('content', english)

const TASK = /^\[([ xX])\] /

interface ListItemProps {
  node: Node
  children: (nodes: readonly Node[]) => ReactNode
}

/** `[ ]` and `[x]` at the start of an item become a sign, which says its meaning to screen readers. */
export function ListItem({ node, children }: ListItemProps) {
  const task = TASK.exec(firstText(node)?.token.content ?? '')
  if (!task) return <li>{children(node.children)}</li>
  const done = task[1] !== ' '
  const Icon = done ? CircleCheck : Circle
  return (
    <li className="task">
      <Icon
        role="img"
        aria-label={done ? say.done : say.toDo}
        className={`task-sign ${done ? 'text-accent' : 'text-faint'}`}
        aria-hidden={false}
      />
      {children(withoutTask(node.children))}
    </li>
  )
}

function firstText(node: Node | undefined): Node | undefined {
  const [first] = node?.children ?? []
  return first?.token.type === 'text'
    ? first
    : first && /^(paragraph_open|inline)$/.test(first.token.type)
      ? firstText(first)
      : undefined
}

function withoutTask([first, ...rest]: readonly Node[]): Node[] {
  if (!first) return []
  if (first.token.type !== 'text') return [{ ...first, children: withoutTask(first.children) }, ...rest]
  return [
    { ...first, token: Object.assign(Object.create(first.token), { content: first.token.content.replace(TASK, '') }) },
    ...rest,
  ]
}
