const SIZE = 64
const MOST = 99

/** The icons of the page as its links name them. */
const own = new Map<HTMLLinkElement, string>()
let latest = 0

/** Draws the number into the icon of the tab; 0 gives the tab its own icon back. */
export async function showIcon(count: number): Promise<void> {
  latest = count
  if (count === 0) return restore()
  const drawn = await draw(count).catch(() => null)
  // Another number came while the picture was loading.
  if (latest !== count || drawn === null) return
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    if (!own.has(link)) own.set(link, link.getAttribute('href') ?? '')
    link.setAttribute('href', drawn)
  }
}

function restore(): void {
  for (const [link, href] of own) link.setAttribute('href', href)
  own.clear()
}

async function draw(count: number): Promise<string | null> {
  const picture = new Image()
  picture.src = '/icon-192.png'
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const pen = canvas.getContext('2d')
  if (!pen) return null
  pen.drawImage(picture, 0, 0, SIZE, SIZE)
  const text = count > MOST ? `${MOST}+` : String(count)
  pen.font = `700 ${text.length > 2 ? 26 : 34}px sans-serif`
  const width = Math.max(40, pen.measureText(text).width + 14)
  pen.fillStyle = '#b3261e'
  pen.beginPath()
  pen.roundRect(SIZE - width, SIZE - 40, width, 40, 20)
  pen.fill()
  pen.fillStyle = '#fff'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(text, SIZE - width / 2, SIZE - 19)
  return canvas.toDataURL('image/png')
}
