import { closeSync, fstatSync, openSync, statSync } from 'node:fs'

export interface OpenFiles {
  /** The first of them whose path no longer leads to the file that is open; undefined: all do. */
  lost(): string | undefined
  close(): void
}

/**
 * Holds files open beside SQLite, to compare each with its path. Close them only when SQLite has closed its own: a process
 * that closes any descriptor of a file gives up all its locks on it.
 */
export function holdFiles(paths: readonly string[]): OpenFiles {
  const held = paths.map((path) => ({ path, descriptor: openSync(path, 'r') }))
  return {
    lost: () => held.find((it) => !leadsTo(it.path, it.descriptor))?.path,
    close() {
      for (const { descriptor } of held.splice(0)) closeSync(descriptor)
    },
  }
}

/** Reads both each time: some network drives give a file another inode number after a while. */
function leadsTo(path: string, descriptor: number): boolean {
  try {
    const [there, open] = [statSync(path, { bigint: true }), fstatSync(descriptor, { bigint: true })]
    return there.dev === open.dev && there.ino === open.ino
  } catch {
    return false
  }
}
