import {
  AlignLeft,
  CircleCheck,
  Copy,
  CornerUpRight,
  Info,
  Link,
  ListChecks,
  type LucideIcon,
  Pencil,
  Pin,
  Trash2,
} from 'lucide-react'
import type { ActionName } from './message-actions.ts'

export const actionIcons: Readonly<Record<ActionName, LucideIcon>> = {
  copy: Copy,
  link: Link,
  edit: Pencil,
  sendAgain: CornerUpRight,
  pin: Pin,
  done: CircleCheck,
  raw: AlignLeft,
  details: Info,
  select: ListChecks,
  delete: Trash2,
}
