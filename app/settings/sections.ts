import {
  Archive,
  Bell,
  CircleUserRound,
  HardDrive,
  Info,
  Keyboard,
  Languages,
  type LucideIcon,
  MonitorSmartphone,
  ServerCog,
  SunMedium,
  Trash2,
} from 'lucide-react'
import type { ComponentType } from 'react'
import { onDemand } from '../ui/on-demand.ts'
import type { settings } from '../words/en/settings/settings.ts'
import type { SectionProps } from './section-props.ts'

export type SectionId = keyof typeof settings.sections

interface Section {
  id: SectionId
  icon: LucideIcon
  Content: ComponentType<SectionProps> & { preload: () => void }
}

/** In the order of the list. */
export const sections: readonly Section[] = [
  { id: 'account', icon: CircleUserRound, Content: onDemand(() => import('./account/account-section.tsx')) },
  { id: 'bin', icon: Trash2, Content: onDemand(() => import('./bin/bin-section.tsx')) },
  { id: 'devices', icon: MonitorSmartphone, Content: onDemand(() => import('./devices/devices-section.tsx')) },
  { id: 'appearance', icon: SunMedium, Content: onDemand(() => import('./appearance/appearance-section.tsx')) },
  { id: 'notifications', icon: Bell, Content: onDemand(() => import('./notifications/notifications-section.tsx')) },
  { id: 'language', icon: Languages, Content: onDemand(() => import('./language/language-section.tsx')) },
  { id: 'storage', icon: HardDrive, Content: onDemand(() => import('./storage/storage-section.tsx')) },
  { id: 'keyboard', icon: Keyboard, Content: onDemand(() => import('./keyboard/keyboard-section.tsx')) },
  { id: 'transfer', icon: Archive, Content: onDemand(() => import('./transfer/transfer-section.tsx')) },
  { id: 'admin', icon: ServerCog, Content: onDemand(() => import('./admin/admin-section.tsx')) },
  { id: 'about', icon: Info, Content: onDemand(() => import('./about/about-section.tsx')) },
]

/** Only the person with the first account looks after the server. */
export const sectionsFor = (first: boolean | null): readonly Section[] =>
  first ? sections : sections.filter((it) => it.id !== 'admin')

/** Null for the list, and for the address of a section that this version does not have. */
export const findSection = (id: string): Section | null => sections.find((it) => it.id === id) ?? null
