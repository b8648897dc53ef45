import type { AppProps } from 'next/app'
import Head from 'next/head'
import '../app/globals.css'

export default function App({ Component }: AppProps) {
  return (
    <>
      <Head>
        <title>Roost</title>
        <meta
          key="viewport"
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
      </Head>
      <Component />
    </>
  )
}
