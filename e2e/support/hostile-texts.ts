import { strToU8 } from 'fflate'
import { type HostileFile, text, refused, RUN, MEGABYTE } from './hostile-file'

export const markdowns = (trap: string): HostileFile[] => [
  text(
    'markup.md',
    'markup in Markdown',
    `# Markdown markup\n\nWords.\n\n<script>${RUN}</script>\n\n<img src=x onerror="${RUN}">\n\n<iframe src="${trap}/md"></iframe>`,
  ),
  text(
    'links.md',
    'links that are scripts, and pictures from elsewhere',
    `# Markdown links\n\n[one](javascript:${RUN}) [two][ref] <javascript:${RUN}> ![three](${trap}/md.png) [four](data:text/html,x)\n\n[ref]: vbscript:x "title"`,
  ),
  refused('quotes.md', 'fifty thousand quotes in each other', `${'>'.repeat(50_000)} deep`),
  refused(
    'lists.md',
    'thousands of lists in each other',
    Array.from({ length: 2000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n'),
  ),
  text('brackets.md', 'brackets that are never closed', `# Markdown brackets\n\n${'['.repeat(20_000)}x`),
  text('stars.md', 'emphasis that never ends', `# Markdown stars\n\n${'*a_ '.repeat(5000)}`),
  text(
    'ticks.md',
    'code that never ends',
    `# Markdown ticks\n\n${Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')}`,
  ),
  text(
    'aliases.md',
    'aliases of aliases in the front matter',
    `---\na: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghij'].map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]}, `.repeat(9)}]`).join('\n')}\ntitle: *j\n---\n\nWords of aliases.`,
  ),
  text(
    'tags.md',
    'tags that are programs in the front matter',
    `---\ntitle: !!js/function 'function () { ${RUN} }'\nauthor: !!python/object/apply:os.system ['curl ${trap}']\n__proto__: { polluted: 1 }\n---\n\nWords of tags.`,
  ),
]

export const texts = (): HostileFile[] => [
  text('nul.txt', 'NUL between the letters', 'The NUL article\n\nA word\0 and an\0other word of it.'),
  text(
    'surrogates.txt',
    'halves of characters',
    Buffer.concat([
      Buffer.from('\uFEFFHalves of characters\n\nBefore ', 'utf16le'),
      Buffer.from([0x00, 0xd8, 0x20, 0x00, 0x00, 0xdc]),
      Buffer.from(' after.', 'utf16le'),
    ]),
  ),
  text(
    'broken.txt',
    'bytes of no encoding',
    Buffer.concat([
      Buffer.from('Broken letters\n\nHe said '),
      Buffer.from([0xc3, 0x28, 0xa0, 0xff, 0xfe, 0xf0, 0x9f]),
      Buffer.from(' and went on as before.'),
    ]),
  ),
  text(
    'odd.txt',
    'half a letter at the end',
    Buffer.concat([
      Buffer.from('\uFEFFAn odd number of bytes\n\nIt ends in the middle', 'utf16le'),
      Buffer.of(1),
    ]),
  ),
  text(
    'bidi.txt',
    'words that turn round what is read',
    'Right \u202Eto left\u202C and \u2066isolated\u2069\n\nA \u200Bword\u200D of\uFEFF none \u202Etxt.exe',
  ),
  text('pile.txt', 'thousands of marks on one letter', `A pile of marks\n\nZ${'\u0301'.repeat(2000)} end.`),
  text(
    'lines.txt',
    'half a million lines',
    `Lines without end\n\n${'x\n\n'.repeat(100)}${'y\n'.repeat(400_000)}`,
  ),
  text(
    'controls.txt',
    'orders to a terminal',
    'Orders\u001B[2J\u001B]0;owned\u0007 to a terminal\n\nAnd words with them, so that they are a text.',
  ),
  text(
    'markup.txt',
    'markup in a text',
    `<script>${RUN}</script><img src=x onerror="${RUN}">\n\n{{constructor.constructor('${RUN}')()}} \${${RUN}} {@html x}`,
  ),
  text(
    'one line.txt',
    'ten megabytes on one line',
    `One line of ten megabytes ${'word '.repeat((10 * MEGABYTE) / 5)}`,
  ),
]

export const names = (): HostileFile[] =>
  [
    `<img src=x onerror=${RUN}>.txt`,
    'line\nfeed\tand\u0007bell.txt',
    `${'long '.repeat(49)}.txt`,
    '..txt',
    '....txt',
    '..%2f..%2fevil.txt',
    '..\\..\\evil.txt',
    '__proto__.txt',
    'con.aux.txt',
    'turned\u202Etxt.exe.txt',
    'quote\'"`$(touch evil).txt',
  ].map((name, index) =>
    text(
      name,
      'a name that is more than a name',
      strToU8(`Named by number ${index}\n\nWords of number ${index}.`),
    ),
  )
