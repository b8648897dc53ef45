import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path/posix'
import { parseSync } from 'oxc-parser'
import { root } from '../paths.mjs'
import { circlesIn } from './circles.ts'
import { doors, forTestsOnly, type Rule, rules } from './directions.ts'
import { projectFiles } from './project-files.ts'

/** Lists the imports of a file: `import`, `export … from`, `import('…')`, types included. */
function importsOf(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'))
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const source = readFileSync(join(root, file), 'utf8')
  return [
    ...module.staticImports.map((it) => it.moduleRequest.value),
    ...module.staticExports.flatMap((it) => it.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((it) => source.slice(it.moduleRequest.start + 1, it.moduleRequest.end - 1)),
  ]
}

/** Says why a file may not import this; undefined when it may. */
function objection(file: string, rule: Rule, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    const isNode = specifier.startsWith('node:') || builtinModules.includes(specifier)
    return isNode && !rule.node ? `${specifier}: a browser has no such module` : undefined
  }
  const target = join(file, '..', specifier)
  if (!rule.mayImport.some((prefix) => target.startsWith(prefix))) return `${target}: the wrong direction`
  const isForTests = forTestsOnly.test(file)
  const door = doors.find(({ folder }) => target.startsWith(folder) && !file.startsWith(folder))
  if (door && !isForTests && !door.files.some((it) => target === door.folder + it)) {
    return `${target}: the way into ${door.folder} is ${door.files.join(' or ')}`
  }
  return forTestsOnly.test(target) && !isForTests ? `${target}: is there for tests only` : undefined
}

const files = projectFiles('**/*.{ts,tsx,mts,mjs}')

const imports = new Map(files.map((file) => [file, importsOf(file)]))

const complaints = files.flatMap((file) => {
  const rule = rules.find((it) => it.files.test(file))
  if (!rule) return [`${file}: no rule says what it may import (scripts/check/directions.ts)`]
  return (imports.get(file) ?? []).flatMap((it) => {
    const wrong = objection(file, rule, it)
    return wrong ? [`${file} imports ${wrong}`] : []
  })
})

const graph = [...imports].map(([file, all]): [string, string[]] => [
  file,
  all.filter((it) => it.startsWith('.')).map((it) => join(file, '..', it)),
])
const circles = circlesIn(new Map(graph))

for (const complaint of complaints) console.error(complaint)
for (const circle of circles) console.error(`a circle of imports: ${circle.join(', ')}`)
console.log(`${files.length} files, ${complaints.length} imports in the wrong direction, ${circles.length} circles`)
process.exitCode = complaints.length + circles.length === 0 ? 0 : 1
