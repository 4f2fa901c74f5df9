import { describe, expect, test } from 'vitest'
import { load } from '#domain/document/load'
import { newProject } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { fileBytes, fileText } from '../store/file-text'
import { checksumIn, withChecksum } from './file-checksum'

describe('the checksum of a project file', () => {
  test('is right as it was written, and the project is the same without it', () => {
    const text = fileText(sampleProject())
    expect(checksumIn(Buffer.from(text))).toBe('right')
    expect(load(text)).toMatchObject({ ok: true, project: sampleProject() })
  })

  test('is the same where the text comes in pieces, however long they are', () => {
    for (const length of [10, 1_200_000]) {
      const sample = sampleProject()
      const project = { ...sample, about: { ...sample.about, later: 'é'.repeat(length) } }
      expect(fileBytes(project).toString()).toBe(fileText(project))
    }
  })

  test('whichever bit flips, the file cannot be read or its checksum is wrong', () => {
    const bytes = Buffer.from(fileText(newProject('A', env)))
    const silent: string[] = []
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        bytes[at]! ^= 1 << bit
        const isValid = checksumIn(bytes) !== 'wrong' && load(strictly(bytes)).ok
        if (isValid) silent.push(`bit ${bit} of byte ${at}`)
        bytes[at]! ^= 1 << bit
      }
    }
    expect(silent).toEqual([])
  })

  test('is wrong after a change by an older Counterpoint, which keeps it as an unknown field', () => {
    const project = sampleProject()
    const [, checksum] = /"checksum": "(\w+)"/.exec(fileText(project))!
    const changed = { ...project, about: { ...project.about, title: 'Changed', checksum } }
    expect(checksumIn(Buffer.from(save(changed)))).toBe('wrong')
  })

  test('is absent where a program left it out or wrote the file anew', () => {
    const text = fileText(sampleProject())
    const formatted = JSON.stringify(JSON.parse(text))
    expect([save(sampleProject()), formatted, ''].map((each) => checksumIn(Buffer.from(each)))).toEqual([
      'absent',
      'absent',
      'absent',
    ])
  })

  test('does not depend on a field of another program with a hash at the end', () => {
    const text = `${save(sampleProject()).slice(0, -3)},\n  "hash": "${'0'.repeat(64)}"\n}\n`
    expect(checksumIn(Buffer.from(text))).toBe('absent')
    expect(checksumIn(Buffer.from(withChecksum(text)))).toBe('right')
  })
})

/** The text, or none that could be a project if it is not UTF-8. */
function strictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}
