/** The look of the page to read. It takes the fonts of the machine, because the page holds nothing but itself. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fefefc, #16191c); color: light-dark(#1d2429, #eceeef);
  font: 16px/1.55 system-ui, sans-serif; }
header, main { box-sizing: border-box; max-width: 45rem; margin: 0 auto; padding: 1.5rem 1rem 0; }
main { padding-top: 0; padding-bottom: 3rem; }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2; }
header p, .who, .gone { color: light-dark(#5a666d, #a3adb3); }
section { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 0.9375rem; border-bottom: 1px solid light-dark(#e3e5e2, #33393d);
  padding-bottom: 0.25rem; }
article { padding: 0.375rem 0; }
p { margin: 0.25rem 0 0; }
.who { margin: 0; font-size: 0.8125rem; }
.who b { color: light-dark(#1d2429, #eceeef); font-weight: 600; }
.who span + span::before { content: "· "; }
time { float: inline-end; font-variant-numeric: tabular-nums; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; tab-size: 4; }
.gone { font-style: italic; }
@media print { section { content-visibility: visible; } }
`
