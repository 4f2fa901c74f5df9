const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Elements that have no content and no end tag. */
export const VOID = names(
  'area base basefont br col embed frame hr img input keygen link meta param source track wbr',
)

/** Elements that a browser shows on lines of their own. */
export const BLOCK = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary ' +
    'table tbody td tfoot th thead title tr ul',
)

/** Elements whose text is hidden or not part of the page's text. */
export const SKIPPED = names(
  'annotation annotation-xml applet area audio base button canvas datalist embed frame head iframe img input link map meta ' +
    'noframes noscript object option picture portal progress rp rt script select source style svg template textarea title video',
)

/** Open elements that a start tag closes implicitly, if they are the innermost. */
export const ENDED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    tr: names('td th tr'),
    td: names('td th'),
    th: names('td th'),
    tbody: names('td th tr thead tbody'),
    li: names('li'),
    dt: names('dt dd'),
    dd: names('dt dd'),
    option: names('option'),
    p: names('p'),
  }),
)
