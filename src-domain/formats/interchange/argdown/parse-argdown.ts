import type { IArgdownPlugin, IArgdownResponse } from '@argdown/core'
import { ArgdownApplication } from '@argdown/core/dist/ArgdownApplication.js'
import { DataPlugin } from '@argdown/core/dist/plugins/DataPlugin.js'
import { ModelPlugin } from '@argdown/core/dist/plugins/ModelPlugin.js'
import { ParserPlugin } from '@argdown/core/dist/plugins/ParserPlugin.js'
import { RegroupPlugin } from '@argdown/core/dist/plugins/RegroupPlugin.js'
import { UnreadableError } from '../../import/format'

/** The parser and the model alone: the other plugins of the package draw maps, and one of them brings Graphviz. */
function application(): ArgdownApplication {
  const app = new ArgdownApplication()
  app.addPlugin(new ParserPlugin(), 'parse-input')
  for (const plugin of [new DataPlugin(), new ModelPlugin(), anyTitle, new RegroupPlugin()])
    app.addPlugin(plugin, 'build-model')
  return app
}

/** Lets a statement have a title that every object has as a property, such as `constructor`. It follows the model's own listener. */
const anyTitle: IArgdownPlugin = {
  name: 'AnyTitle',
  ruleListeners: {
    argdownEntry: (_request: unknown, response: IArgdownResponse) => {
      response.statements = Object.create(null) as NonNullable<IArgdownResponse['statements']>
      response.arguments = Object.create(null) as NonNullable<IArgdownResponse['arguments']>
    },
  },
}

/** The model of an Argdown text. @throws UnreadableError with the line, if the text is not Argdown */
export function parseArgdown(input: string): IArgdownResponse {
  // The lexer takes a byte order mark for a word.
  const text = input.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  let response: IArgdownResponse
  try {
    response = application().run({
      input: `${text}\n`,
      process: ['parse-input', 'build-model'],
      logLevel: 'none',
      // Without it the parser passes over its own faults, and the rest of the file is missing.
      throwExceptions: true,
    })
  } catch (error) {
    if (error instanceof RangeError)
      throw new UnreadableError('The file was refused: it is nested too deeply.')
    throw new UnreadableError('It is not valid Argdown: its parser could not read it.')
  }
  const { lexerErrors = [], parserErrors = [], exceptions = [] } = response
  const lines = [
    ...lexerErrors.map(({ line }) => line),
    ...parserErrors.map(({ token }) => lineOf(token, text)),
  ]
  if (lines.length > 0) {
    const line = Math.min(...lines.map((each) => each ?? 1))
    throw new UnreadableError(`It is not valid Argdown: there is an error in line ${line}.`)
  }
  const [exception] = exceptions
  if (exception) throw new UnreadableError('It is not valid Argdown: its parser could not read it.')
  return response
}

/** The line of a token; that of the last one for the end of the file, which has none. */
const lineOf = ({ startLine }: { startLine?: number }, text: string): number =>
  startLine !== undefined && Number.isFinite(startLine) ? startLine : text.trimEnd().split('\n').length
