const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** The messages for a project that is not as it was left. */
export const recoveryMessage = {
  newer: (version: number) =>
    `The file was written by a newer Counterpoint (file version ${version}). It is opened for reading only and left as it is; what this Counterpoint does not know is not shown. Update Counterpoint to work on it.`,
  torn: 'The changes beside the project’s file break off, as they do when Counterpoint is ended in the middle of one. All that comes before is here; a change that was being saved then is missing.',
  journalDamaged: (lost: number, all: number, kept: string) =>
    `The changes that stood beside the project’s file were damaged. ${lost === 0 ? 'How many there were cannot be told; none of them could be read.' : `${plural(lost, 'change')} could not be read or no longer fit and ${lost === 1 ? 'is' : 'are'} missing; ${all === 0 ? 'no other was there' : `${plural(Math.max(0, all), 'change')} could be read`}.`} What was damaged is kept as “${kept}”.`,
  damaged: (whole: boolean, made: string, kept: string) =>
    `The project’s file was damaged and was put right from Counterpoint’s history. ${whole ? 'Nothing is missing.' : `It is as it was at ${made}; what was changed after that may be missing.`} The damaged file is kept as “${kept}”.`,
  changed:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now.',
  changedSince:
    'The project’s file was changed by another program since Counterpoint saved it. It is open as it is now; the state before is in the history.',
  another:
    'Another project has been put in the place of the one that was here. It is open as it is; the states of the one before are kept apart from its own.',
  onAnother: (taken: number, left: number, kept: readonly string[]) =>
    `The project’s file is not the one that its last changes were made on. ${plural(taken, 'change')} could be made on it${left > 0 ? `; ${plural(left, 'change')} could not` : ''}. The file and the changes as they were are kept as ${kept.map((each) => `“${each}”`).join(' and ')}.`,
}
