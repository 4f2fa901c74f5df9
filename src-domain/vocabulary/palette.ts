/**
 * The hues of categories, groups and tinted cards. They are names: the theme gives their values, on screen and in
 * pictures. No other meaning has one of these hues: relations, warnings and search hits have their own, and selection
 * has none (decision 0054). `palette.test.ts` checks contrast and distances, as seen with colour blindness too.
 */
export const COLOURS = [
  ...(['amber', 'blue', 'violet', 'teal', 'rose', 'green', 'orange', 'slate'] as const),
  ...(['brown', 'olive', 'sky', 'pink'] as const),
] as const

export type Colour = (typeof COLOURS)[number]
export type Theme = 'light' | 'dark'

/** How the bar of a category is drawn, beside cards and text. It tells apart categories of one colour. */
export const BAR_STYLES = ['solid', 'dashed', 'dotted', 'double'] as const

export type BarStyle = (typeof BAR_STYLES)[number]

/**
 * `ink` is for text, with a contrast of at least 4.5:1 on every background and on `wash`. `mark` is for bars and
 * swatches, with at least 3:1: its hues differ most. `wash` is the background of text.
 */
export interface Shade {
  readonly ink: string
  readonly mark: string
  readonly wash: string
}

export const SHADES: Record<Theme, Record<Colour, Shade>> = {
  light: {
    amber: { ink: '#6d4c00', mark: '#735202', wash: '#efd592' },
    blue: { ink: '#034faa', mark: '#3174d2', wash: '#a6cafd' },
    violet: { ink: '#514794', mark: '#5d53a1', wash: '#c4c3e8' },
    teal: { ink: '#005f5f', mark: '#208685', wash: '#78dbd9' },
    rose: { ink: '#b70746', mark: '#ec4b6f', wash: '#f7cbd0' },
    green: { ink: '#3c6d3f', mark: '#538455', wash: '#aaf0ac' },
    orange: { ink: '#8b3700', mark: '#c86f04', wash: '#ffb579' },
    slate: { ink: '#576778', mark: '#576778', wash: '#e2edf7' },
    brown: { ink: '#705f4d', mark: '#958370', wash: '#f2dbc4' },
    olive: { ink: '#606f21', mark: '#7f9043', wash: '#dff598' },
    sky: { ink: '#006885', mark: '#3e93b2', wash: '#afe3f8' },
    pink: { ink: '#833362', mark: '#b86393', wash: '#ebb5d0' },
  },
  dark: {
    amber: { ink: '#b4950a', mark: '#b39305', wash: '#382f0e' },
    blue: { ink: '#6cc6ff', mark: '#2281e5', wash: '#1f4d80' },
    violet: { ink: '#b292fa', mark: '#b190f8', wash: '#422f67' },
    teal: { ink: '#83d4cf', mark: '#61b2ae', wash: '#2c5956' },
    rose: { ink: '#f791ad', mark: '#b75874', wash: '#5b3941' },
    green: { ink: '#8cd76e', mark: '#41891c', wash: '#42563b' },
    orange: { ink: '#ffa66b', mark: '#ca560c', wash: '#6d3f29' },
    slate: { ink: '#b2bed5', mark: '#b2bed5', wash: '#3c4350' },
    brown: { ink: '#c4ae9d', mark: '#c5ae9d', wash: '#503d2f' },
    olive: { ink: '#a1b062', mark: '#839144', wash: '#39410f' },
    sky: { ink: '#3fa7bf', mark: '#10889f', wash: '#093741' },
    pink: { ink: '#ff9beb', mark: '#c960ae', wash: '#713862' },
  },
}

/**
 * Backgrounds, text and lines, on screen and in pictures. None has a hue. A selection has the colour of text, and
 * `selected` as the background of text.
 */
export const GROUNDS: Record<
  Theme,
  Readonly<Record<'page' | 'card' | 'panel' | 'raised' | 'selected' | 'ink' | 'muted' | 'line', string>>
> = {
  light: {
    ...{ page: '#faf9f6', card: '#ffffff', panel: '#f3f1ec', raised: '#ffffff', selected: '#e2dfd6' },
    ...{ ink: '#21201d', muted: '#625f58', line: '#d8d4ca' },
  },
  dark: {
    ...{ page: '#191a1c', card: '#232528', panel: '#1f2123', raised: '#2a2d31', selected: '#34373c' },
    ...{ ink: '#e9e7e2', muted: '#a9a69e', line: '#3c3f44' },
  },
}

/** What needs attention: warnings, failures, deletion. `wash` is the background of text, `found` that of search hits. */
export const SIGNALS: Record<Theme, { warning: string; wash: string; found: string }> = {
  light: { warning: '#b44e32', wash: '#fdf3ee', found: '#ffee58' },
  dark: { warning: '#fab065', wash: '#4a2c1c', found: '#6a6200' },
}

/** The looks of relations. Each has a sign and a dash pattern, so that colour is never the only cue. */
export const RELATION_LOOKS = {
  support: { sign: '+', dash: '', light: '#026c4b', dark: '#89efa0' },
  attack: { sign: '−', dash: '7 4', light: '#810001', dark: '#fe6c62' },
  contradict: { sign: '≠', dash: '2 4', light: '#670795', dark: '#dfbbff' },
  undercut: { sign: '−', dash: '9 3 2 3', light: '#773358', dark: '#cc879e' },
} as const

export type RelationLook = keyof typeof RELATION_LOOKS
