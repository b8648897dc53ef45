import * as v from 'valibot'

/** How urgently the server wakes a sleeping device for a post; `none`: it leaves the device asleep. */
export const wakeSchema = v.picklist(['none', 'normal', 'high'], 'must be none, normal or high')
export type Wake = v.InferOutput<typeof wakeSchema>
