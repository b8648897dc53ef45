import { type NamedTest, proofs } from './promises.ts'

/** The part of docs/protocol.md about the promises. `node tests/promises/render.ts` prints it. */
export function renderPromises(): string {
  const parts = proofs.map(({ promise, says, tests, breaks }) => {
    const shown = [...breaks.map((it) => it.caughtBy), ...tests]
    const unique = [...new Map(shown.map((it) => [it.file + it.name, it])).values()]
    return [wrap(`**${promise}.** ${says}\n`), ...unique.map(line), ''].join('\n')
  })
  return parts.join('\n')
}

function line({ file, name }: NamedTest): string {
  const short = file.replace(/^(server|lib)\/.*\/(?=[^/]+\/[^/]+$)/, '')
  return `- [\`${short}\`](../${file}) · ${name.trim()}`
}

/** Lines of at most 120 characters. */
const wrap = (text: string) => text.replace(/(?=.{121})(.{1,120}) /g, '$1\n')

if (import.meta.main) console.log(renderPromises())
