/** A message with a code says so in a line or two. */
const LONGEST = 400

/** How people and services name a code that is used once. */
const NAMES = [
  /(?<![\p{L}])(?:pass|pin|tan|otp|one[- ]time|verification|security|sign-?in|log-?in|access|auth\p{L}*)[- ]?code\b/iu,
  /(?<![\p{L}-])(?<!\b(?:post|postal|zip|area|error|exit|status|country|dialling|dialing|promo|discount|bar|qr|source|dress|colou?r|product|http|morse) ?)code(?![\p{L}])/iu,
  /(?<!\p{L})(?:otp|mtan|tan|2fa|einmal\p{L}*|(?:best\p{L}*|sicherheits|zugangs|anmelde|freischalt|prüf)-?code)(?!\p{L})/iu,
  /(?<!\p{L})(?:c[oó]digo|codice|code d[e'’]|mot de passe (?:à )?usage unique|contraseña de un solo uso|kod|kód|koodi|kode|kodas|cod)(?!\p{L})/iu,
  /(?<!\p{L})(?:код|пароль|κωδικ\p{L}*)(?!\p{L})/iu,
  /認証|確認コード|ワンタイム|验证码|驗證碼|校验码|인증\s?번호|인증\s?코드|รหัส|कोड|ओटीपी/u,
  /رمز|كود|קוד/u,
]
/** A post code, an error code: numbers that nobody types in once. */
const OTHER_CODE =
  /(?<!\p{L})(?:post(?:al|leitzahl)?|zip|area|error|exit|status|country|diall?ing|promo|discount|bar|qr|source|dress|colou?r|product|http)[- ]?(?:code|zahl)?\b/iu

/** Four to eight digits, whole or in two groups, or letters and digits after a dash such as `G-418207`. */
const CODE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}+€$£¥#./:,_-]|[€$£¥#] )(?:[A-Z]-)?(\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{4,8})(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_/:]|[.,:/-]\d| ?[€$£¥%]| (?:eur|usd|mb|kb|gb|px|km|ms)\b| \d)/giu

export interface OneTimeCode {
  /** As written, for the eye. */
  shown: string
  /** As it is typed in: without spaces. */
  code: string
  start: number
  end: number
}

/** The one code in a text that speaks of a code; null when there is none, or more than one that it could be. */
export function oneTimeCodeIn(text: string): OneTimeCode | null {
  if (text.length > LONGEST || !/\d{3}/.test(text)) return null
  if (OTHER_CODE.test(text) || !NAMES.some((name) => name.test(text))) return null
  const [found, second] = text.matchAll(CODE)
  const digits = found?.[1]
  if (!found || !digits || second) return null
  const start = found.index + found[0].length - digits.length
  return { shown: digits, code: digits.replace(/[ -]/g, ''), start, end: start + digits.length }
}
