/** Text that runs a script, requests a URL or navigates if a page treats it as more than text. */
export interface Vector {
  readonly id: number
  readonly text: string
}

/**
 * A script that records which vector ran. It has no quotes, spaces or angle brackets, so that it fits an unquoted
 * attribute.
 */
const said = (id: number): string => `(globalThis.__ran??=[]).push(${id})`

/** Makes the text of a vector. `run` is a script, `trap` a URL that nothing may request. */
type Payload = (run: string, trap: string) => string

const scripts: Payload[] = [
  (run) => `<script>${run}</script>`,
  (run) => `<ScRiPt >${run}</sCrIpT >`,
  (run) => `<script/x>${run}</script>`,
  (run) => `<script\n>${run}</script\n>`,
  (run) => `<script type="module">${run}</script>`,
  (run) => `<svg><script>${run}</script></svg>`,
  (run) => `<svg><script>${run.replaceAll('(', '&#40;')}</script></svg>`,
  (run) => `<svg xmlns="http://www.w3.org/2000/svg"><script type="text/javascript">${run}</script></svg>`,
  (_run, trap) => `<script src="${trap}/script"></script>`,
  (_run, trap) => `<script src=//${trap.slice(7)}/script></script>`,
  (_run, trap) => `<script type="module">import "${trap}/module"</script>`,
  (run) => `<script src="data:text/javascript,${run}"></script>`,
]

/** Elements that trigger an event handler by themselves. */
const handlers: Payload[] = [
  (run) => `<img src=x onerror=${run}>`,
  (run) => `<img src=x onerror="${run}">`,
  (run) => `<img/src=x/onerror=${run}>`,
  (run) => `<img\tsrc=x\nonerror=${run}>`,
  (run) => `<IMG SRC=x ONERROR=${run}>`,
  (run) => `<image src=x onerror=${run}>`,
  (run) => `<img src=x:x onerror\u000d=${run}>`,
  (run) => `<img """><img src=x onerror=${run}>`,
  (run) => `<img src=x onerror=${run.replaceAll('(', '&lpar;')}>`,
  (run) => `<svg onload=${run}></svg>`,
  (run) => `<svg/onload=${run}>`,
  (run) => `<svg><g onload=${run}></g></svg>`,
  (run) => `<svg><image href=x onerror=${run}></image></svg>`,
  (run) => `<svg><animate onbegin=${run} attributeName=x dur=1s></animate></svg>`,
  (run) => `<svg><set onbegin=${run} attributeName=x to=1></set></svg>`,
  (run) => `<svg><style onload=${run}></style></svg>`,
  (run) => `<body onload=${run}>`,
  (run) => `<body onpageshow=${run}>`,
  (run) => `<details open ontoggle=${run}>x</details>`,
  (run) => `<input autofocus onfocus=${run}>`,
  (run) => `<select autofocus onfocus=${run}></select>`,
  (run) => `<textarea autofocus onfocus=${run}></textarea>`,
  (run) => `<button autofocus onfocus=${run}>x</button>`,
  (run) => `<a id=x tabindex=1 autofocus onfocus=${run}>x</a>`,
  (run) => `<video src=x onerror=${run}></video>`,
  (run) => `<video><source onerror=${run} src=x></video>`,
  (run) => `<audio src=x onerror=${run}></audio>`,
  (run) => `<iframe onload=${run}></iframe>`,
  (run) => `<object data=x onerror=${run}></object>`,
  (run) => `<embed src=x onload=${run}>`,
  (run) => `<link rel=stylesheet href=x onerror=${run}>`,
  (run) => `<style onload=${run}></style>`,
  (run) => `<marquee onstart=${run}>x</marquee>`,
  (run) => `<style>@keyframes k{}</style><b style="animation:k 1ms" onanimationstart=${run}>x</b>`,
  (run) => `<p style="display:block;position:fixed;inset:0" onpointermove=${run} onmouseover=${run}>x</p>`,
  (run) =>
    `<xss style="display:block;content-visibility:auto" oncontentvisibilityautostatechange=${run}>x</xss>`,
  (run) => `<input type=image src=x onerror=${run}>`,
  (run) => `<math><mi onpointermove=${run} onclick=${run}>x</mi></math>`,
]

/** Links and similar elements whose URL is a script or a page. */
const addresses: Payload[] = [
  (run) => `<a href="javascript:${run}">x</a>`,
  (run) => `<a href="JaVaScRiPt:${run}">x</a>`,
  (run) => `<a href="java&#9;script:${run}">x</a>`,
  (run) => `<a href="java\nscript:${run}">x</a>`,
  (run) => `<a href="&#106;avascript&colon;${run}">x</a>`,
  (run) => `<a href="\u0001javascript:${run}">x</a>`,
  (run) => `<a href=" &#x20;javascript:${run}">x</a>`,
  (run) => `<a href="javascript://%0a${run}">x</a>`,
  (run) => `<a href="data:text/html,<script>${run}</script>">x</a>`,
  (run) =>
    `<a href="data:text/html;base64,${Buffer.from(`<script>${run}</script>`).toString('base64')}">x</a>`,
  (run) => `<a href="vbscript:${run}">x</a>`,
  (run) => `<area href="javascript:${run}">`,
  (run) => `<svg><a href="javascript:${run}"><text>x</text></a></svg>`,
  (run) => `<svg><a xlink:href="javascript:${run}"><text>x</text></a></svg>`,
  (run) =>
    `<svg><a><animate attributeName=href values="javascript:${run}"></animate><text>x</text></a></svg>`,
  (run) => `<math><a xlink:href="javascript:${run}">x</a></math>`,
  (run) => `<form action="javascript:${run}"><button>x</button></form>`,
  (run) => `<form><button formaction="javascript:${run}">x</button></form>`,
  (run) => `<iframe src="javascript:${run}"></iframe>`,
  (run) => `<iframe srcdoc="<script>parent.${run.slice(1)}</script>"></iframe>`,
  (run) => `<iframe srcdoc="<img src=x onerror=${run}>"></iframe>`,
  (run) => `<iframe src="data:text/html,<script>${run}</script>"></iframe>`,
  (run) => `<object data="javascript:${run}"></object>`,
  (run) => `<object data="data:text/html,<script>${run}</script>"></object>`,
  (run) => `<embed src="javascript:${run}">`,
  (run) => `<svg><use href="data:image/svg+xml,<svg id='x' onload='${run}'/>#x"></use></svg>`,
  (run) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  (run) => `<base href="javascript:${run}/">`,
  (run) => `[x](javascript:${run})`,
  (run) => `[x](<java\tscript:${run}>)`,
  (run) => `<javascript:${run}>`,
  (run) => `![x" onerror="${run}](x)`,
  (run) => `![x](x"onerror="${run})`,
  (run) => `[x]: javascript:${run} "x"`,
  (run) => `[x](data:text/html,<script>${run}</script>)`,
]

/** Elements that request a URL or navigate. */
const requests: Payload[] = [
  (_run, trap) => `<img src="${trap}/img">`,
  (_run, trap) => `<img srcset="${trap}/srcset 1x">`,
  (_run, trap) => `<picture><source srcset="${trap}/source"><img></picture>`,
  (_run, trap) => `<video poster="${trap}/poster" src="${trap}/video"></video>`,
  (_run, trap) => `<audio src="${trap}/audio" autoplay></audio>`,
  (_run, trap) => `<input type=image src="${trap}/input">`,
  (_run, trap) => `<iframe src="${trap}/iframe"></iframe>`,
  (_run, trap) => `<object data="${trap}/object"></object>`,
  (_run, trap) => `<embed src="${trap}/embed">`,
  (_run, trap) => `<link rel=stylesheet href="${trap}/sheet">`,
  (_run, trap) => `<link rel=prefetch href="${trap}/prefetch">`,
  (_run, trap) => `<link rel=icon href="${trap}/icon">`,
  (_run, trap) => `<style>@import "${trap}/import";</style>`,
  (_run, trap) => `<style>@font-face{font-family:x;src:url(${trap}/font)}*{font-family:x}</style>`,
  (_run, trap) => `<style>*{background:url(${trap}/background)}</style>`,
  (_run, trap) => `<p style="background:url(${trap}/style)">x</p>`,
  (_run, trap) => `<p style="list-style:url('${trap}/list');display:list-item">x</p>`,
  (_run, trap) => `<body background="${trap}/body">`,
  (_run, trap) => `<table background="${trap}/table"><tr><td>x</td></tr></table>`,
  (_run, trap) => `<svg><image href="${trap}/image"></image></svg>`,
  (_run, trap) => `<svg><filter><feImage href="${trap}/fe"></feImage></filter></svg>`,
  (_run, trap) => `<svg><use href="${trap}/use#x"></use></svg>`,
  (_run, trap) => `<meta http-equiv="refresh" content="0;url=${trap}/refresh">`,
  (_run, trap) => `<base href="${trap}/">`,
  (_run, trap) => `<form action="${trap}/form"><input autofocus><button>x</button></form>`,
  (_run, trap) => `<a href="${trap}/a" ping="${trap}/ping">x</a>`,
  (_run, trap) => `<video><track default src="${trap}/track"></video>`,
  (_run, trap) => `![x](${trap}/markdown)`,
  (_run, trap) => `<svg><style>@import url(${trap}/svg)</style></svg>`,
]

/** Markup whose meaning changes when it is parsed, serialised and parsed again. */
const mutations: Payload[] = [
  (run) => `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`,
  (run) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;"></table></mtext></math>`,
  (run) => `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}></style></form>`,
  (run) => `<svg></p><style><a id="</style><img src=x onerror=${run}>"></a></style></svg>`,
  (run) => `<math></p><style><!--</style><img src/onerror=${run}>--></style></math>`,
  (run) => `<svg><title><style></title><img src=x onerror=${run}></style></svg>`,
  (run) =>
    `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror=${run}>"></a>`,
  (run) => `<template><script>${run}</script></template>`,
  (run) => `<div><template shadowrootmode=open><img src=x onerror=${run}></template></div>`,
  (run) => `<xmp></xmp><img src=x onerror=${run}>`,
  (run) => `<svg><desc><table><desc><img src=x onerror=${run}></table></svg>`,
  (run) => `<!--<img src="--><img src=x onerror=${run}//">`,
  (run) => `<!--!><img src=x onerror=${run}>-->`,
  (run) => `<![CDATA[<img src=x onerror=${run}>]]>`,
  (run) =>
    `<?xml version="1.0"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:img src="x" onerror="${run}"/></x>`,
  (run) => `<iframe><img src="</iframe><img src=x onerror=${run}>">`,
]

/** Text with a meaning for a template, a decoder or a lookup by name. */
const disguises: Payload[] = [
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `\${${run}}`,
  (run) => `{@html '<img src=x onerror=${run}>'}`,
  (run) => `<%= ${run} %>`,
  (run) => `#{${run}}`,
  (run) => `＜script＞${run}＜/script＞`,
  (run) => `%3Cscript%3E${run}%3C/script%3E`,
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `&amp;lt;img src=x onerror=${run}&amp;gt;`,
  (run) => `&#60;img src=x onerror=${run}&#62;`,
  (run) => `\\u003cimg src=x onerror=${run}\\u003e`,
  (run) => `\\x3cimg src=x onerror=${run}\\x3e`,
  (run) => `+ADw-script+AD4-${run}+ADw-/script+AD4-`,
  (run) => `\u202e>${run}<tpircs`,
  (run) => `<img src=x onerror\u00a0=${run}>`,
  (run) => `<scr\u0000ipt>${run}</scr\u0000ipt>`,
  (run) => `<scr<script>ipt>${run}</scr</script>ipt>`,
  () => `<form id=app><input name=innerHTML></form>`,
  () => `<img name=counterpoint><img name=document>`,
  () => `<a id=trustedTypes></a><a id=trustedTypes name=createPolicy href="x:y">x</a>`,
  () => `__proto__[innerHTML]=<img src=x onerror=1>`,
]

/** Prefixes with which a payload breaks out of its context. */
const CONTEXTS: readonly ((payload: string) => string)[] = [
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `--><b>${payload}`,
  (payload) => `]]>${payload}`,
  (payload) => `</title>${payload}`,
  (payload) => `</textarea>${payload}`,
  (payload) => `</style></script>${payload}`,
  (payload) => `</text></svg></foreignObject>${payload}`,
  (payload) => `\u0000\ufeff${payload}`,
  (payload) => payload.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
]

/** Payloads to try in every context. */
const BREAKING: Payload[] = [
  scripts[0]!,
  handlers[0]!,
  handlers[9]!,
  addresses[0]!,
  addresses[20]!,
  requests[0]!,
]

/** More than two hundred different vectors. `trap` is a URL that nothing may request. */
export function scriptVectors(trap: string): Vector[] {
  const plain = [...scripts, ...handlers, ...addresses, ...requests, ...mutations, ...disguises]
  const broken = CONTEXTS.flatMap((context) =>
    BREAKING.map(
      (payload): Payload =>
        (run, address) =>
          context(payload(run, address)),
    ),
  )
  return [...plain, ...broken].map((payload, id) => ({ id, text: payload(said(id), `${trap}/${id}`) }))
}
