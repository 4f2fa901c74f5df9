const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const are = (count: number) => (count === 1 ? 'is' : 'are')

const wasOrWere = (count: number) => (count === 1 ? 'was' : 'were')

/** A time of a file, as the user reads it. Empty where it is unknown. */
const timeOf = (iso: string): string =>
  Number.isNaN(Date.parse(iso))
    ? ''
    : new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** What is known of a journal that is not as it was written. */
export interface JournalDamage {
  /** Changes that are missing, and those that could be read. */
  readonly lost: number
  /** How many of those only the history knows of. */
  readonly older?: number | undefined
  readonly read: number
  /** The times of the last change before the first missing one, and of the last one that could be read. */
  readonly after: string | undefined
  readonly last: string | undefined
  /** Whether it was cut in the middle, and whether the number of changes is known all the same. */
  readonly torn: boolean
  readonly counted: boolean
  /** The copy of the damaged journal; undefined if none is made. */
  readonly kept: string | undefined
}

/**
 * What is known of a file that was restored: nothing is missing, or it is of an earlier state, or another message says what is
 * missing.
 */
export type Restored = 'whole' | 'earlier' | 'said elsewhere'

const lossOf = (restored: Restored, made: string): string =>
  ({
    whole: ' Nothing is missing.',
    earlier: ` This is its state of ${timeOf(made)}; later changes may be missing.`,
    'said elsewhere': '',
  })[restored]

/** Says where a copy is; empty if none is made. */
const keptAs = (what: string, kept: string | undefined): string =>
  kept === undefined ? '' : ` ${what} kept as “${kept}”.`

/** The messages for a project that is not as it was left. */
export const recoveryMessage = {
  newer: (version: number) =>
    `The file was written by a newer Counterpoint (file version ${version}). It is opened read-only and is not changed; parts that this version does not know are not shown. Update Counterpoint to work on it.`,
  journal: (damage: JournalDamage) =>
    `${journalSentences(damage)}${keptAs('The damaged changes are', damage.kept)}`,
  journalGone: (count: number, name: string) =>
    `The changes beside the project’s file, in “${name}”, are gone. At least ${plural(count, 'change')} that ${wasOrWere(count)} saved there ${are(count)} missing.`,
  journalUnreadable: (count: number, kept: string | undefined) =>
    `The changes beside the project’s file were damaged. None of them could be read${count === 0 ? ', and their number is unknown.' : `: at least ${plural(count, 'change')} ${are(count)} missing.`}${keptAs('The damaged changes are', kept)}`,
  damaged: (restored: Restored, made: string, kept: string | undefined) =>
    `The project’s file was damaged and ${kept === undefined ? 'was read' : 'was restored'} from Counterpoint’s history.${lossOf(restored, made)}${keptAs('The damaged file is', kept)}`,
  changed:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now.',
  changedSince:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now; its previous state is in the history.',
  otherVersion: (kept: string | undefined) =>
    `Another program changed the project’s file while Counterpoint had changes that were not in it yet. ${kept === undefined ? 'Its version is left out here. Open the project in Counterpoint to merge both.' : `Its version is kept as “${kept}”. Import that file to merge both.`}`,
  unwritten: (reason: string, journal: string) =>
    `When the project was closed, its file could not be written: ${reason}. The last changes are in “${journal}” beside it, from where Counterpoint takes them.`,
  unverified:
    'The project’s file is not as Counterpoint wrote it: another program has changed it, or it was damaged. It is open as it is now. Compare it with another copy if you have one.',
  unsearched:
    'Many passages are not at their places, and searching for all of them takes a while. Until then, some passages count as lost that will still be found.',
  another:
    'Another project has replaced the one that was here. It is open as it is; the history of the previous project is kept separately.',
  anotherWithChanges: (
    count: number,
    whole: boolean,
    rescued: string | undefined,
    kept: string | undefined,
  ) =>
    `Another project has replaced the one that was here. It is open as it is. The previous project had ${whole ? '' : 'at least '}${plural(count, 'change')} that ${wasOrWere(count)} not in its file yet.${keptAs(count === 1 ? 'It is' : 'They are', kept)}${keptAs(`The previous project with ${whole ? 'all changes' : 'the changes that could be read'} is`, rescued)}`,
  laterUnknown: 'Those changes were damaged; whether later ones are missing is not known.',
  onAnother: (taken: number, left: number, kept: readonly string[]) =>
    `The project’s file is not the one to which its last changes belong. ${plural(taken, 'change')} could be applied to it${left > 0 ? `; ${plural(left, 'change')} could not` : ''}.${kept.length === 0 ? '' : ` The original file and its changes are kept as ${kept.map((each) => `“${each}”`).join(' and ')}.`}`,
}

function journalSentences({ lost, older, read, after, last, torn, counted }: JournalDamage): string {
  const since = after === undefined ? '' : ` after ${timeOf(after)}`
  const others = read === 0 ? 'there were no others' : `${plural(read, 'change')} could be read`
  if (lost > 0 && lost === older)
    return `The changes beside the project’s file are older than those that were saved there. At least ${plural(lost, 'change')}${since} ${are(lost)} missing; ${others}.`
  if (lost > 0) {
    const more = !counted ? ' Later changes may be missing, too.' : ''
    return `The changes beside the project’s file were damaged. ${plural(lost, 'change')}${since} could not be read or no longer ${lost === 1 ? 'fits' : 'fit'} and ${are(lost)} missing; ${others}.${more}`
  }
  if (!torn && counted)
    return 'The changes beside the project’s file were damaged, but none of them is missing.'
  const unknown = `${plural(read, 'change')} could be read${last === undefined ? '' : `, the last of ${timeOf(last)}`}; whether later ones are missing is not known.`
  if (!torn) return `The changes beside the project’s file were damaged. ${unknown}`
  const cut =
    'The changes beside the project’s file are cut off, as happens when Counterpoint is killed while it saves.'
  if (counted) return `${cut} All saved changes are here; what was still being saved may be missing.`
  return `${cut} ${unknown}`
}
