import Head from 'next/head'
import { Roost } from '../app/roost.tsx'

export default function Page() {
  return (
    <>
      <Head>
        <title>Join with a code – Roost</title>
      </Head>
      <Roost arrival="code" />
    </>
  )
}
