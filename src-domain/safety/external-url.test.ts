import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkOf, safeExternalUrl } from './external-url'

describe('an address that may be opened', () => {
  test.each([
    ['https://example.com', 'https://example.com', 'example.com'],
    ['  HTTPS://Example.COM/a?b=c#d ', 'HTTPS://Example.COM/a?b=c#d', 'example.com'],
    ['https://example.com:8443/x', 'https://example.com:8443/x', 'example.com:8443'],
    [
      'https://news.example.co.uk/@author/2024',
      'https://news.example.co.uk/@author/2024',
      'news.example.co.uk',
    ],
    [
      'https://example.com/çağrı?ö=ü',
      'https://example.com/%C3%A7a%C4%9Fr%C4%B1?%C3%B6=%C3%BC',
      'example.com',
    ],
    ['https://example.com/%C3%A7', 'https://example.com/%C3%A7', 'example.com'],
    ['https://example.com/100%', 'https://example.com/100%25', 'example.com'],
    ['https://example.com/a\u202eb', 'https://example.com/a%E2%80%AEb', 'example.com'],
    ['https://xn--mller-kva.example.com/', 'https://xn--mller-kva.example.com/', 'xn--mller-kva.example.com'],
    ['https://example.com/"><script>', 'https://example.com/%22%3E%3Cscript%3E', 'example.com'],
    ['mailto:desk@example.com', 'mailto:desk@example.com', 'desk@example.com'],
  ])('%j', (text, href, place) => {
    expect(safeExternalUrl(text)).toEqual({ href, place })
  })
})

describe('an address that is never opened', () => {
  test.each([
    ['', 'nothing'],
    ['example.com', 'no scheme'],
    ['//example.com/', 'no scheme'],
    ['http://example.com/', 'a scheme that anybody can listen to'],
    ['javascript:alert(1)', 'a script'],
    ['JaVaScRiPt:alert(1)', 'a script'],
    ['java\tscript:alert(1)', 'a script in two parts'],
    ['\u0001javascript:alert(1)', 'a script behind a control character'],
    ['https:javascript:alert(1)', 'a script behind a scheme'],
    ['data:text/html,<script>1</script>', 'a page'],
    ['vbscript:x', 'an old script'],
    ['file:///etc/passwd', 'a file'],
    ['file://server/share', 'a file of another machine'],
    ['smb://server/share', 'a share'],
    ['\\\\server\\share', 'a share'],
    ['ms-msdt:/id', 'a program'],
    ['search-ms:query=x', 'a program'],
    ['vscode://file/etc', 'a program'],
    ['counterpoint://app/', 'the app itself'],
    ['blob:https://example.com/x', 'a thing of a page'],
    ['view-source:https://example.com', 'a view'],
    ['https://user@example.com/', 'a user'],
    ['https://user:secret@example.com/', 'a user and a password'],
    ['https://good.example@evil.example.com/', 'a host that is a user'],
    ['https://good.example%2f@evil.example.com/', 'a path that is a user'],
    ['https://good.example\\@evil.example.com/', 'a backslash that some take for a slash'],
    ['https:\\\\example.com\\x', 'backslashes'],
    ['https:/example.com', 'one slash'],
    ['https:///example.com', 'three slashes'],
    ['https://', 'no host'],
    ['https:// example.com', 'a space before the host'],
    ['https://exa mple.com', 'a space in the host'],
    ['https://example.com\n.evil.example.com/', 'a line break in the host'],
    ['https://example.com\u0000.evil.example', 'a nought in the host'],
    ['https://example\u3002com/', 'a dot that is none'],
    ['https://ex\u00adample.com/', 'a soft hyphen in the host'],
    ['https://\u202eexample.com/', 'an override in the host'],
    ['https://аpple.com/', 'a letter of another script'],
    ['https://example.com%00/', 'an escape in the host'],
    ['https://example.com:99999999/', 'a port that is none'],
    ['https://example.com:/', 'no port'],
    ['https://-example.com/', 'a hyphen at the edge'],
    ['https://example..com/', 'an empty part'],
    ['https://localhost/', 'this machine'],
    ['https://localhost.localdomain/', 'this machine'],
    ['https://router.local/', 'a machine of this network'],
    ['https://wiki.corp:8080/', 'a machine of this network'],
    ['https://127.0.0.1/', 'this machine by its number'],
    ['https://2130706433/', 'this machine by one number'],
    ['https://0x7f.1/', 'this machine in sixteens'],
    ['https://[::1]/', 'this machine by its new number'],
    ['https://192.168.0.1/admin', 'a machine of this network by its number'],
    ['mailto:', 'nobody'],
    ['mailto:desk', 'no host'],
    ['mailto:desk@example.com?body=x', 'words for a mail'],
    ['mailto:desk@example.com?attach=/etc/passwd', 'a file for a mail'],
    ['mailto:desk@example.com,other@example.com', 'several people'],
    ['mailto:desk%0d%0aBcc:x@example.com', 'a line break in a mail'],
    ['mailto://desk@example.com', 'no mail address'],
    ['https://example.com/\ud800', 'half a character'],
    [`https://example.com/${'x'.repeat(2000)}`, 'too much'],
    [`https://example.com/${'ç'.repeat(400)}`, 'too much once it is escaped'],
  ])('%j: %s', (text) => {
    expect(safeExternalUrl(text)).toBeUndefined()
  })

  test('P8 a browser sees the same host in an accepted address as the user is shown', () => {
    const piece = fc.constantFrom(
      ...[
        'https:',
        'mailto:',
        '//',
        '/',
        '\\',
        '@',
        ':',
        '?',
        '#',
        '%2f',
        '.',
        'a.example.com',
        'evil.example.org',
      ],
      ...[' ', '\t', '\u0000', '\u202e', '\u3002', 'ı', 'x', '443', '[', ']', '&', '%'],
    )
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => `https://a.example.com${pieces.join('')}`)
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.array(piece).map((pieces) => pieces.join('')),
          fc.webUrl(),
        ),
        (given) => {
          const link = safeExternalUrl(given)
          if (!link) return
          const { protocol, host, username, password } = new URL(link.href)
          expect(['https:', 'mailto:']).toContain(protocol)
          if (protocol === 'https:') expect(link.place.replace(/:443$/, '')).toBe(host)
          expect(username + password).toBe('')
          expect(link.href).toMatch(/^[!-~]+$/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

test('a source links to its address, or else to its DOI', () => {
  expect(linkOf({ url: 'https://example.com/a', doi: '10.1000/x' })?.place).toBe('example.com')
  expect(linkOf({ url: 'http://example.com/a', doi: '10.1000/x(1)' })).toEqual({
    href: 'https://doi.org/10.1000/x(1)',
    place: 'doi.org',
  })
  expect(linkOf({ url: 'javascript:alert(1)', doi: '' })).toBeUndefined()
})
