const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** The messages for a project that is not as it was left. */
export const recoveryMessage = {
  newer: (version: number) =>
    `The file was written by a newer Counterpoint (file version ${version}). It is opened read-only and is not changed; parts that this version does not know are not shown. Update Counterpoint to work on it.`,
  torn: 'The changes beside the project’s file are cut off, as happens when Counterpoint is killed while it saves. All earlier changes are here; the one that was being saved is missing.',
  journalDamaged: (lost: number, all: number, kept: string) =>
    `The changes beside the project’s file were damaged. ${lost === 0 ? 'None of them could be read, and their number is unknown.' : `${plural(lost, 'change')} could not be read or no longer fit and ${lost === 1 ? 'is' : 'are'} missing; ${all === 0 ? 'there were no others' : `${plural(Math.max(0, all), 'change')} could be read`}.`} The damaged changes are kept as “${kept}”.`,
  damaged: (whole: boolean, made: string, kept: string) =>
    `The project’s file was damaged and was restored from Counterpoint’s history. ${whole ? 'Nothing is missing.' : `This is its state at ${made}; later changes may be missing.`} The damaged file is kept as “${kept}”.`,
  changed:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now.',
  changedSince:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now; its previous state is in the history.',
  another:
    'Another project has replaced the one that was here. It is open as it is; the history of the previous project is kept separately.',
  onAnother: (taken: number, left: number, kept: readonly string[]) =>
    `The project’s file is not the one to which its last changes belong. ${plural(taken, 'change')} could be applied to it${left > 0 ? `; ${plural(left, 'change')} could not` : ''}. The original file and its changes are kept as ${kept.map((each) => `“${each}”`).join(' and ')}.`,
}
