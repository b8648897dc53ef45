import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'
import { projectFiles } from './project-files.ts'
import { complaintsAbout } from './prose.ts'

const complaints = projectFiles('**/*.{ts,tsx,mjs,md}').flatMap((file) =>
  complaintsAbout(file, readFileSync(join(root, file), 'utf8')),
)

for (const complaint of complaints) console.error(complaint)
console.log(`${complaints.length} sentences to write more plainly`)
process.exitCode = complaints.length === 0 ? 0 : 1
