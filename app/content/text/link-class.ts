export const linkClass =
  'rounded-xs text-accent underline decoration-current/40 underline-offset-[3px] hover:decoration-current'
