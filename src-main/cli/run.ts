import { existsSync } from 'node:fs'
import { ContractError } from '#api/errors'
import { defaultDataFolder } from '#host/data-folder'
import { reasonOf } from '#host/files/durable-file'
import { ErrorLog } from '#host/log/error-log'
import { installation } from '../shell/installation'
import { agreementCommand } from './agreement'
import { check } from './check'
import { checkUpdate } from './check-update'
import { UsageError, type CliCommand, type Terminal } from './command'
import { convertCommand } from './convert'
import { exportCommand } from './export'
import { importCommand } from './import'
import { mergeCommand } from './merge'
import { open } from './open'
import { serve } from './serve'
import { sayLines, visibleTerminal } from './visible-terminal'
import { weighCommand } from './weigh'

const COMMANDS: readonly CliCommand[] = [
  open,
  serve,
  importCommand,
  exportCommand,
  convertCommand,
  mergeCommand,
  agreementCommand,
  check,
  weighCommand,
  checkUpdate,
]

/** Runs a command line. Returns the exit code: 0 for success, 1 for a failure, 2 for wrong usage. */
export async function runCli(args: readonly string[], plain: Terminal): Promise<number> {
  const terminal = visibleTerminal(plain)
  const [name, ...rest] = args
  const command = COMMANDS.find((each) => each.name === name)
  try {
    if (command) {
      if (asksForHelp(rest)) return say(terminal, command.help)
      return await command.run(rest, terminal)
    }
    if (name === '--version' || name === '-v') return say(terminal, versionLine())
    if (name === 'help') return say(terminal, COMMANDS.find((each) => each.name === rest[0])?.help ?? help())
    if (name === '--help' || name === '-h') return say(terminal, help())
    if (name === undefined || name.startsWith('-') || existsSync(name)) return await open.run(args, terminal)
    throw new UsageError(`There is no command and no file “${name}”.`)
  } catch (error) {
    return explain(error, command, terminal)
  }
}

/** The version, and the commit that was built where it is known. */
function versionLine(): string {
  const { version, commit } = installation
  return commit === undefined ? version : `${version} (${commit})`
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some((each) => each === '--help' || each === '-h')
}

function say(terminal: Terminal, text: string): number {
  sayLines(terminal, text)
  return 0
}

function explain(error: unknown, command: CliCommand | undefined, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const more = ['counterpoint', ...(command ? [command.name] : []), '--help'].join(' ')
    terminal.complain(`counterpoint: ${error.message} See: ${more}`)
    return 2
  }
  if (error instanceof ContractError) {
    terminal.complain(`counterpoint: ${error.message}`)
    return 1
  }
  const { code, path } = error as NodeJS.ErrnoException
  // An error of the operating system is reported in a sentence. Anything else is a bug.
  if (!code || !path) return explainBug(error, terminal)
  terminal.complain(`counterpoint: “${path}” cannot be used: ${reasonOf(error)}.`)
  return 1
}

/** Prints the stack trace of a bug, which helps to fix it, and logs it in the usual data folder. */
function explainBug(error: unknown, terminal: Terminal): number {
  const log = new ErrorLog(defaultDataFolder(), `${installation.version} command line`)
  log.record(error)
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  sayLines({ say: (line) => terminal.complain(line) }, trace)
  terminal.complain(`counterpoint: this is a bug in Counterpoint. It was logged in “${log.path}”.`)
  return 1
}

function help(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length))
  const commands = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'Counterpoint: annotate articles, turn passages into claims, weigh competing explanations in an argument map.',
    '',
    'Usage: counterpoint [PROJECT]',
    '       counterpoint COMMAND [OPTIONS] …',
    '',
    'Commands:',
    ...commands,
    '',
    'Options:',
    '  -h, --help     show this help; after a command, the help for that command',
    '  -v, --version  show the version',
    '',
    'Exit codes: 0 for success; 1 for a failure, which standard error describes; 2 for wrong usage.',
    'Counterpoint does not use the network: nothing leaves this machine.',
  ].join('\n')
}
