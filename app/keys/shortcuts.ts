export interface Shortcut {
  group: 'everywhere' | 'writing' | 'messages'
  /** Each alternative does the same. `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  keys: readonly string[]
}

/**
 * All shortcuts, in the order of the sheet that lists them. A new one needs a line here and its sentence in
 * `words.shortcuts`; `useShortcut` gives it something to do, unless the part that has the focus listens itself.
 */
export const shortcuts = {
  find: { group: 'everywhere', keys: ['Mod+k', '/'] },
  settings: { group: 'everywhere', keys: ['Mod+,'] },
  sheet: { group: 'everywhere', keys: ['?', 'Mod+/'] },
  send: { group: 'writing', keys: ['Enter'] },
  sendAlways: { group: 'writing', keys: ['Mod+Enter'] },
  newLine: { group: 'writing', keys: ['Shift+Enter'] },
  mention: { group: 'writing', keys: ['@'] },
  editLast: { group: 'writing', keys: ['ArrowUp'] },
  cancel: { group: 'writing', keys: ['Escape'] },
  end: { group: 'messages', keys: ['End'] },
  home: { group: 'messages', keys: ['Home'] },
  walk: { group: 'messages', keys: ['ArrowUp', 'ArrowDown'] },
  messageMenu: { group: 'messages', keys: ['Enter'] },
  copyMessage: { group: 'messages', keys: ['c'] },
  editMessage: { group: 'messages', keys: ['e'] },
  deleteMessage: { group: 'messages', keys: ['Delete'] },
  selectMessage: { group: 'messages', keys: ['s'] },
  selectRange: { group: 'messages', keys: ['Shift+ArrowUp', 'Shift+ArrowDown'] },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutName = keyof typeof shortcuts
