import * as v from 'valibot'
import { RoostError } from '../../../../lib/protocol/error.ts'

/** A button that opens an address. */
export interface View {
  label: string
  url: string
}

const jsonSchema = v.array(
  v.looseObject({ action: v.string(), label: v.optional(v.string(), ''), url: v.optional(v.string()) }),
)

/** The buttons that open an address. The others call something, which a message cannot. @throws RoostError `invalid_request`. */
export function viewsIn(actions: string | undefined): View[] {
  if (actions === undefined) return []
  const all = actions.startsWith('[') ? fromJson(actions) : fromText(actions)
  return all.flatMap(({ action, label = '', url }) => (action === 'view' && url ? [{ label, url }] : []))
}

type Fields = Partial<Record<string, string>>

function fromJson(text: string): Fields[] {
  try {
    return v.parse(jsonSchema, JSON.parse(text)) as Fields[]
  } catch {
    throw new RoostError('invalid_request', 'actions: must be a list of ntfy actions')
  }
}

const POSITIONS = ['action', 'label', 'url']

/** `view, Open it, https://example.com, clear=true; …`: fields by place or by name, with quotes around what holds , or ;. */
function fromText(text: string): Fields[] {
  return split(text, ';').map((action) =>
    Object.fromEntries(
      split(action, ',').map((field, index) => {
        const [, name, value] = /^([a-z.]+)=(.*)$/s.exec(field) ?? [null, POSITIONS[index] ?? '', field]
        return [name, (value ?? '').replace(/^(["'])(.*)\1$/s, '$2')]
      }),
    ),
  )
}

function split(text: string, separator: ',' | ';'): string[] {
  const parts = text.match(separator === ',' ? /(?:"[^"]*"|'[^']*'|[^,])+/g : /(?:"[^"]*"|'[^']*'|[^;])+/g) ?? []
  return parts.map((it) => it.trim()).filter((it) => it !== '')
}
