import { Head, Html, Main, NextScript } from 'next/document'

/** What all pages have around them. */
export default function Document() {
  return (
    <Html lang="en">
      <Head>
        <meta name="description" content="One inbox, in step on all of your devices, also the ones that were asleep." />
        <meta name="application-name" content="Roost" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="icon" href="/icon-192.png" sizes="192x192" type="image/png" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-title" content="Roost" />
        <meta name="apple-mobile-web-app-status-bar-style" content="default" />
        {/* Numbers in messages are not ours to turn into links. */}
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fafcfd" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0e1418" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}
