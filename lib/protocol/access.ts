import * as v from 'valibot'

/** The rights of a device: everything, or to send and nothing else. */
export const accessSchema = v.picklist(['full', 'send'], 'must be "full" or "send"')
export type Access = v.InferOutput<typeof accessSchema>

/** The rights that both allow. */
export const smaller = (one: Access, other: Access): Access => (one === 'send' || other === 'send' ? 'send' : 'full')
