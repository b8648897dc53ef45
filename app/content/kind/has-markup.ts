const FENCE = /^ {0,3}(`{3,}|~{3,})[^`\n]*\n[\s\S]*?\n {0,3}\1[`~]*[ \t]*$/m
const HEADING = /^#{1,6} \S[^\n]*\n/m
const TASK = /^ {0,3}[-*+] \[[ xX]\] \S/m
const BULLETS = /^ {0,3}([-*+]) \S.*\n+ {0,6}\1 \S/m
const NUMBERS = /^ {0,3}1([.)]) \S.*\n+(?:.*\n)? {0,3}2\1 \S/m
const QUOTE = /^ {0,3}> \S.*\n/m
const BOLD =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}*\\])\*\*(?=[\p{L}\p{N}"“'(`[])[^*\n]{0,300}[\p{L}\p{N}.,:;!?)"”'`\]%]\*\*(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}*])/u
const ITALIC = /(?<=^|[\s(["“'])\*(?=[\p{L}\p{N}"“'(])[^*\n]{0,300}[\p{L}\p{N}.,:;!?)"”']\*(?=$|[\s.,:;!?)\]"”'])/mu
const STRUCK = /(?<=^|[\s(["“'])~~(?=[\p{L}\p{N}"“'(])[^~\n]{0,300}[\p{L}\p{N}.,:;!?)"”']~~(?=$|[\s.,:;!?)\]"”'])/mu
const CODE = /(?<=^|[\s(["“'])`(?! )[^`\n]{1,300}(?<! )`(?=$|[\s.,:;!?)\]"”'])/m
const LINK = /\[[^\]\n]{1,300}\]\((?:https?:\/\/|mailto:)[^)\s]{1,2000}\)/i

const SIGNS = [FENCE, HEADING, TASK, BULLETS, NUMBERS, QUOTE, BOLD, ITALIC, STRUCK, CODE, LINK]
/** Without one of these no sign can match, and most texts have none. */
const ANY = /[*`~[#>]|^ {0,3}(?:[-+] |1[.)] )/m

/** Whether a text that does not say it is Markdown can hardly be meant as anything else. */
export const hasMarkup = (text: string): boolean => ANY.test(text) && SIGNS.some((sign) => sign.test(text))
