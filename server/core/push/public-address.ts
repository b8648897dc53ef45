import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the public internet. Everything else (private, loopback, link-local, carrier-grade NAT,
 * multicast, and IPv6 ranges that lead to IPv4) may reach machines that only the server can reach.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
