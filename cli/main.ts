#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import process from 'node:process'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

// An older Node lacks node:sqlite, and would say so in a way that helps nobody.
if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(`roost: it needs Node 22.13 or newer, and this is ${process.versions.node}\n`)
  process.exitCode = 1
} else {
  const { run } = await import('./run.ts')
  await run()
}
