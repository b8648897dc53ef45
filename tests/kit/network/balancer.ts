import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Program, startProgram } from '../process/program.ts'
import { freePort } from './free-port.ts'

/** A real balancer in front of nodes, with its configuration from docs/deploy and a certificate of its own. */
export interface Balancer {
  url: string
  certificate: string
  output(): string
  [Symbol.asyncDispose](): Promise<void>
}

export type Ports = readonly [number, number, ...number[]]
export type StartBalancer = (nodes: Ports) => Promise<Balancer>

/** Whether this machine has the Debian package of that name. */
export const isInstalled = (program: string) => spawnSync(program, ['version']).error === undefined

interface Files {
  dir: string
  port: number
  cert: string
  key: string
}

export const startNginx: StartBalancer = (nodes) =>
  start('nginx.conf', nodes, (site, { dir, port, cert, key }) => {
    const conf = site
      .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
      .replace('/etc/ssl/roost/fullchain.pem', cert)
      .replace('/etc/ssl/roost/privkey.pem', key)
    // A distribution's own nginx.conf brings these.
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((it) => `${it}_temp_path ${dir}/${it};`)
    const file = join(dir, 'nginx.conf')
    const around = `daemon off; master_process off; pid ${dir}/pid; events {} http { access_log off; ${paths.join(' ')}`
    writeFileSync(file, `${around}\n${conf}}\n`)
    return startProgram('nginx', ['-e', 'stderr', '-p', dir, '-c', file])
  })

export const startCaddy: StartBalancer = (nodes) =>
  start('Caddyfile', nodes, (site, { dir, port, cert, key }) => {
    const conf = site.replace('localhost {', `localhost:${port} {\n\tbind 127.0.0.1\n\ttls ${cert} ${key}`)
    const file = join(dir, 'Caddyfile')
    writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n${conf}`)
    const env = { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir }
    return startProgram('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env })
  })

async function start(file: string, nodes: Ports, run: (site: string, files: Files) => Program): Promise<Balancer> {
  const dir = mkdtempSync(join(tmpdir(), 'roost-balancer-'))
  const files = { dir, port: await freePort(), cert: join(dir, 'cert.pem'), key: join(dir, 'key.pem') }
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const output = ['-keyout', files.key, '-out', files.cert]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...names, ...output], { stdio: 'ignore' })

  const [, ...others] = nodes
  const source = readFileSync(new URL(`../../../docs/deploy/${file}`, import.meta.url), 'utf8')
  const site = source
    .replaceAll('roost.example.org', 'localhost')
    .replace('127.0.0.1:3001', `127.0.0.1:${nodes[0]}`)
    // nginx has a line for each node, Caddy names all of them in one.
    .replace(/^ *server 127.0.0.1:3002.*\n/m, (line) => others.map((it) => line.replace('3002', `${it}`)).join(''))
    .replace('127.0.0.1:3002', others.map((it) => `127.0.0.1:${it}`).join(' '))
  const program = run(site, files)
  return {
    url: `https://localhost:${files.port}`,
    certificate: readFileSync(files.cert, 'utf8'),
    output: program.output,
    async [Symbol.asyncDispose]() {
      await program.end('SIGKILL')
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
