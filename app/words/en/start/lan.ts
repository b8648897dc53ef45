/** Letting the local network in, and the page that its devices see first. */
export const lan = {
  onlyHere: 'This link opens on this computer only.',
  openMeans:
    'Roost can let the phones and computers of your network in until it stops. Everybody there then reaches its first page.',
  elsewhere: 'For a phone, start Roost with “npm start -- --lan”, or give it an address of its own.',
  open: 'Let my network in',
  sameNetwork: 'Works for devices in the same network as this computer',
  fingerprint: 'The certificate has this fingerprint:',

  title: 'Trust this Roost once',
  lead: 'It runs on a computer in your network, with a certificate of its own. When this device trusts that, nobody can read along, and Roost also opens without a network.',
  system: 'This device',
  iphone: 'iPhone, iPad',
  android: 'Android',
  computer: 'Computer',
  iphoneLoad: 'Download the certificate in Safari, and allow it.',
  iphoneInstall: 'In Settings, tap “Profile Downloaded”, then Install.',
  iphoneTrust: 'In Settings, General, About, Certificate Trust Settings, switch it on.',
  androidLoad: 'Download the certificate.',
  androidInstall: 'In Settings, search for “CA certificate”, tap it, then “Install anyway”, and choose roost.crt.',
  androidFirefox: 'Use Chrome or another browser that trusts it. Firefox needs “Use third party CA certificates”.',
  computerLoad: 'Download the certificate, and open it.',
  computerInstall: 'On a Mac choose “Always Trust”, on Windows the store “Trusted Root Certification Authorities”.',
  computerFirefox: 'In Firefox, and on Linux, import it in the browser: Settings, Certificates, Authorities.',
  download: 'Download the certificate',
  notYet: 'This browser does not trust the certificate yet.',
  goOn: 'Done, go on',
  without: 'Or go on without',
  missing:
    'Messages come and go as usual. But others in this network can read along, Roost opens only while the computer can be reached, and it cannot be installed.',
  skip: 'Go on without',

  notEncrypted: 'Not encrypted',
  notEncryptedMeans:
    'This address is plain HTTP. Others in the network can read along, and Roost opens only while the computer can be reached.',
}
