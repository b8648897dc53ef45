import { expect, test } from 'vitest'
import { inlineScriptHashes } from './inline-scripts.ts'

test('inline scripts alone are hashed, as the browser does it', () => {
  const html = `<head><script src="/a.js" async></script><script>alert('Hello, world.');</script></head>
    <body><script id="x" nonce="">\n1\n</script><script data-a="b" src="/b.js">2</script></body>`
  expect(inlineScriptHashes(html)).toEqual([
    // The example from https://content-security-policy.com/hash/
    'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=',
    expect.stringMatching(/^sha256-[A-Za-z0-9+/]{43}=$/),
  ])
})

test('a page without scripts has none', () => {
  expect(inlineScriptHashes('<p>script src= </p>')).toEqual([])
})
