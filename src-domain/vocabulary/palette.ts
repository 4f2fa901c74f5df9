/** The colours of categories. They are names: the theme gives their values, on screen and in pictures. */
export const COLOURS = ['amber', 'blue', 'violet', 'teal', 'rose', 'green', 'orange', 'slate'] as const

export type Colour = (typeof COLOURS)[number]
export type Theme = 'light' | 'dark'

/** `ink` is for text and borders and has a contrast of at least 4.5:1 on the page; `wash` is the background of text. */
export interface Shade {
  readonly ink: string
  readonly wash: string
}

export const SHADES: Record<Theme, Record<Colour, Shade>> = {
  light: {
    amber: { ink: '#8a5a00', wash: '#fbe7b2' },
    blue: { ink: '#1f5f9e', wash: '#cfe4f8' },
    violet: { ink: '#6b46a8', wash: '#e3d8f6' },
    teal: { ink: '#0b6b66', wash: '#c6ebe6' },
    rose: { ink: '#a8324f', wash: '#fad7de' },
    green: { ink: '#35691f', wash: '#d6ecc8' },
    orange: { ink: '#9c4a10', wash: '#fbdcc4' },
    slate: { ink: '#50596a', wash: '#dde2ea' },
  },
  dark: {
    amber: { ink: '#ecc063', wash: '#4b3a12' },
    blue: { ink: '#8cc0f2', wash: '#173a5c' },
    violet: { ink: '#c5aaf2', wash: '#3c2c60' },
    teal: { ink: '#74d0c6', wash: '#0f4441' },
    rose: { ink: '#f39bb0', wash: '#5a2030' },
    green: { ink: '#a3d48a', wash: '#25421a' },
    orange: { ink: '#f3ac7c', wash: '#552d12' },
    slate: { ink: '#b4bece', wash: '#343b47' },
  },
}

/** Backgrounds, text and lines, on screen and in pictures. */
export const GROUNDS: Record<
  Theme,
  { page: string; card: string; ink: string; muted: string; line: string }
> = {
  light: { page: '#faf9f6', card: '#ffffff', ink: '#21201d', muted: '#625f58', line: '#d8d4ca' },
  dark: { page: '#191a1c', card: '#232528', ink: '#e9e7e2', muted: '#a9a69e', line: '#3c3f44' },
}

/** The looks of relations. Each kind has a sign and a dash pattern, so that colour is never the only cue. */
export const RELATION_LOOKS = {
  support: { sign: '+', dash: '', light: '#2f6b2a', dark: '#97cf8a' },
  attack: { sign: '−', dash: '7 4', light: '#a5342b', dark: '#f29a8e' },
  contradict: { sign: '≠', dash: '2 4', light: '#6a3d9a', dark: '#c9a8f0' },
} as const
