#!/usr/bin/env node
import { runCli } from './run'
import { terminal } from './terminal'

process.exitCode = await runCli(process.argv.slice(2), terminal)
