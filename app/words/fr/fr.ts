import type { Catalog } from '../language/catalog.ts'
import { devices } from './devices.ts'
import { general } from './general.ts'
import { inbox } from './inbox.ts'
import { settings } from './settings.ts'
import { start } from './start.ts'

export const fr: Catalog = { ...inbox, ...devices, ...start, ...settings, ...general }
