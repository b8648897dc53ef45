import { Attach } from './attach.tsx'
import { FilesView } from './files-view.tsx'
import { Tray } from './tray.tsx'

/** Everything about files on the screen, in one load: it comes after the first picture. */
export const parts = { Attach, FilesView, Tray }
