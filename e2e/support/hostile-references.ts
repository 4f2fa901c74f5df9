import { type HostileFile, refused, RUN } from './hostile-file'

const json = (value: string) => value

export const references = (trap: string): HostileFile[] => [
  refused(
    'prototype.json',
    'keys of the prototype in a project',
    json(
      '{"format":"counterpoint","version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ),
  ),
  refused('deep.json', 'lists in lists in lists', json('['.repeat(200_000))),
  refused(
    'deep objects.json',
    'a project in a project in a project',
    json('{"format":"counterpoint","version":1,"sources":'.repeat(20_000) + '0' + '}'.repeat(20_000)),
  ),
  refused(
    'numbers.json',
    'numbers that are none',
    json('{"format":"counterpoint","version":1e999,"revision":-1e999}'),
  ),
  refused(
    'scripts.csl.json',
    'references with scripts',
    json(
      `[{"title":"<img src=x onerror=${RUN}><script>${RUN}</script>","URL":"javascript:${RUN}","author":[{"literal":"<svg onload=${RUN}>"}]}]`,
    ),
  ),
  refused(
    'prototype.csl.json',
    'keys of the prototype in references',
    json(
      '[{"title":"Prototype","__proto__":{"polluted":1},"author":{"__proto__":{"polluted":1}},"issued":{"date-parts":[[1e999,{}]]}}]',
    ),
  ),
  refused(
    'deep.csl.json',
    'lists in lists in references',
    json(`[{"title":"Deep","author":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`),
  ),
  refused('address.bib', 'an address in place of references', `${trap}/library.bib`),
  refused('identifier.ris', 'an identifier in place of references', '10.1000/xyz123'),
  refused(
    'strings.bib',
    'abbreviations of abbreviations',
    `@string{a0 = {xxxxxxxxxx}}\n${Array.from({ length: 20 }, (_, level) => `@string{a${level + 1} = a${level} # a${level}}`).join('\n')}\n@article{k, title = a20}`,
  ),
  refused(
    'braces.bib',
    'braces in braces in braces',
    `@article{k, title = ${'{'.repeat(20_000)}x${'}'.repeat(20_000)}}`,
  ),
  refused(
    'commands.bib',
    'commands of TeX that read and write files',
    '@article{k, title = {\\input{/etc/passwd}\\write18{curl}\\def\\x{\\x\\x}\\x}, url = {javascript:x}}',
  ),
  refused(
    'authors.ris',
    'ten thousand authors',
    `TY  - JOUR\nTI  - Of very many authors\n${'AU  - Doe, Jane\n'.repeat(10_000)}ER  - \n`,
  ),
]
