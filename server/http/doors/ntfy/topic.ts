import * as v from 'valibot'

/** As ntfy takes them. */
export const topicSchema = v.pipe(
  v.string(),
  v.regex(/^[-_A-Za-z0-9]{1,64}$/, 'must be 1 to 64 letters, digits, - or _'),
)

/** This topic says nothing, and leaves no label in the message. */
export const NO_LABEL = 'all'
