const LINK = /https?:\/\/\S|(?:^|\s)www\.\S/i
const CODE_TYPE = /json|xml|script|yaml|toml|x-sh|html|css|sql|diff/i
/** A fence, a span between backticks, or lines of which one is indented and ends like code. */
const CODE = /```|`[^`\n]+`|^(?: {2,}|\t).*[;{}()[\]:,=]\s*$/m

export const hasLink = (text: string): boolean => LINK.test(text)

export const hasCode = (text: string, contentType: string): boolean =>
  (!contentType.startsWith('text/plain') && CODE_TYPE.test(contentType)) || CODE.test(text)
