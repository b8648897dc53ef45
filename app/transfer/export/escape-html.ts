const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}

/** A text as HTML that shows it unchanged, in content and in attributes. A page would read a bare CR as a line end. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'\r]/g, (sign) => entities[sign] ?? sign)
