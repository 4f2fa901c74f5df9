import { billionLaughs, outsideEntity } from './hostile-documents'
import { type HostileFile, text, refused, RUN } from './hostile-file'

/** A page with text of its own, so that no two look like the same article. */
const html = (name: string, tries: string, body: string, head = ''): HostileFile =>
  text(
    `${name}.html`,
    tries,
    `<!doctype html><html><head><meta charset="utf-8"><title>Page ${name}</title>${head}</head><body><p>Words of ${name}.</p>${body}</body></html>`,
  )

export const pages = (trap: string): HostileFile[] => [
  html(
    'scripts',
    'scripts, of its own and fetched',
    `<script>${RUN};fetch('${trap}/fetch');open('${trap}/open');alert(1)</script><script src="${trap}/a.js"></script><script type="module">import '${trap}/m.js'</script>`,
  ),
  html(
    'handlers',
    'handlers of events',
    `<img src=x onerror="${RUN}"><svg onload="${RUN}"></svg><details open ontoggle="${RUN}">x</details><input autofocus onfocus="${RUN}"><marquee onstart="${RUN}">m</marquee>`,
  ),
  html(
    'links',
    'links that are scripts',
    `<a href="javascript:${RUN}">one</a><a href="JaVa\tScRiPt:${RUN}">two</a><a href="&#106;avascript:${RUN}">three</a><a href=" \u0001javascript:${RUN}">four</a>`,
  ),
  html(
    'data links',
    'links that are pages or old scripts',
    `<a href="data:text/html,<script>${RUN}</script>">one</a><a href="vbscript:MsgBox(1)">two</a><a href="blob:${trap}/x">three</a>`,
  ),
  html(
    'refresh',
    'going elsewhere by itself',
    '',
    `<meta http-equiv="refresh" content="0;url=${trap}/refresh">`,
  ),
  html(
    'frames',
    'pages in the page',
    `<iframe src="${trap}/frame"></iframe><iframe srcdoc="<script>parent.__ran=1</script>"></iframe><object data="${trap}/object"></object><embed src="${trap}/embed"><portal src="${trap}/portal"></portal>`,
  ),
  html(
    'pictures',
    'pictures and films that tell when they are seen',
    `<img src="${trap}/a.png" srcset="${trap}/b.png 2x"><picture><source srcset="${trap}/c.webp"></picture><video poster="${trap}/d.png" src="${trap}/e.mp4" autoplay></video><audio src="${trap}/f.mp3" autoplay></audio><input type="image" src="${trap}/g.png">`,
  ),
  html(
    'styles',
    'styles, letters and backgrounds from elsewhere',
    `<p style="background:url(${trap}/p.png)">styled</p><table background="${trap}/t.png"><tr><td>cell</td></tr></table>`,
    `<link rel="stylesheet" href="${trap}/s.css"><style>@import url("${trap}/i.css");@font-face{font-family:x;src:url(${trap}/x.woff2)}body{font-family:x;display:none}</style>`,
  ),
  html(
    'hints',
    'asking before anybody asks',
    '',
    ['prefetch', 'preload', 'dns-prefetch', 'preconnect', 'prerender', 'modulepreload', 'icon', 'manifest']
      .map((rel) => `<link rel="${rel}" href="${trap}/${rel}" as="image">`)
      .join(''),
  ),
  html(
    'forms',
    'another base, and a form that sends itself',
    `<form action="${trap}/form" id="f"><input name="a" value="b"><button formaction="javascript:${RUN}">go</button></form><a ping="${trap}/ping" href="${trap}/a">link</a>`,
    `<base href="${trap}/" target="_blank">`,
  ),
  html(
    'drawings',
    'a drawing with scripts',
    `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject><use href="${trap}/u.svg#a"/><a><animate attributeName="href" values="javascript:${RUN}"/><text>t</text></a><image href="${trap}/i.png"/></svg>`,
  ),
  html(
    'changelings',
    'markup that changes its meaning when it is read twice',
    `<noscript><p title="</noscript><img src=x onerror=${RUN}>">n</p></noscript><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;"></table></mtext></math><template shadowrootmode="open"><img src=x onerror="${RUN}"></template><svg></p><style><a title="</style><img src onerror=${RUN}>">`,
  ),
  html('depth', 'a hundred thousand elements in each other', '<div>'.repeat(100_000) + 'deep'),
  html('tables', 'thousands of tables in each other', '<table><tr><td>'.repeat(5000) + 'deep'),
  html(
    'attributes',
    'an element of a hundred thousand attributes',
    `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="${index}"`).join(' ')}>many</p>`,
  ),
  html('marked', 'twenty thousand marks', '<mark>x</mark> '.repeat(20_000)),
  html('linked', 'twenty thousand links', `<a href="${trap}/n">n</a> `.repeat(20_000)),
  html(
    'linked data',
    'keys of the prototype in what the page says of itself',
    '',
    `<script type="application/ld+json">{"@type":"Article","headline":"<img src=x onerror=${RUN}>","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"author":{"name":{"__proto__":{"polluted":1}}},"url":"javascript:${RUN}"}</script>`,
  ),
  html('unclosed', 'a comment and a tag without end', `<!-- <p>x <script>${RUN}`),
  html(
    'entities',
    'characters that are none',
    'a&#0;b&#xD800;c&#x110000;d&#99999999999;e&#x202E;f&amp;lt;script&gt;',
  ),
  html('nothing', 'NUL inside of tags', `<scr\0ipt>${RUN}</scr\0ipt><im\0g src=x on\0error="${RUN}">`),
  html('title', 'a title that is a script', `<h1>&lt;script&gt;${RUN}&lt;/script&gt;</h1>`),
  text(
    'utf-7.html',
    'letters that become a script in another encoding',
    `<meta charset="utf-7"><title>Page utf-7</title><p>Words of utf-7. +ADw-script+AD4-${RUN}+ADw-/script+AD4-</p>`,
  ),
  text(
    'entity.xhtml',
    'an entity from elsewhere',
    `${outsideEntity(trap)}<html><head><title>Page entity</title></head><body><p>Words of entity. &out;</p></body></html>`,
  ),
  text(
    'laughs.xhtml',
    'a thousand million words out of a hundred',
    `${billionLaughs}<html><head><title>Page laughs</title></head><body><p>Words of laughs. &l10;</p></body></html>`,
  ),
  refused(
    'drawing.htm',
    'a drawing that says it is a page',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script><text>Words of a drawing.</text></svg>`,
  ),
]

const mhtml = (body: string, more = ''): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n${body}\r\n${more}--b--\r\n`

export const savedPages = (trap: string): HostileFile[] => [
  text(
    'saved.mhtml',
    'scripts and pictures in a saved page',
    mhtml(
      `<title>Page saved</title><p>Words of saved.</p><script>${RUN}</script><img src="${trap}/m.png" onerror="${RUN}"><link rel="stylesheet" href="cid:s">`,
      `--b\r\nContent-Type: text/css\r\nContent-ID: <s>\r\n\r\n@import url(${trap}/m.css);\r\n`,
    ),
  ),
  text(
    'places.mht',
    'parts that say they lie elsewhere',
    mhtml(
      '<title>Page places</title><p>Words of places.</p><iframe src="file:///etc/passwd"></iframe>',
      `--b\r\nContent-Type: text/html\r\nContent-Location: file:///etc/passwd\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!not base64!!!\r\n`,
    ),
  ),
  refused(
    'endless.mhtml',
    'parts in parts in parts',
    Array.from(
      { length: 5000 },
      (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
    ).join(''),
  ),
  refused(
    'unbounded.mhtml',
    'parts without a boundary',
    `MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--\r\n--\r\n`,
  ),
]
