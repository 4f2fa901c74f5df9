import { writable } from '../../export/picture/svg-xml'

/** A text as character data of XML. */
export const cdata = (text: string): string =>
  `<![CDATA[${writable(text).replace(/]]>/g, ']]]]><![CDATA[>')}]]>`
