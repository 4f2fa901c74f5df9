/** The slow reference that the vectors of `src-domain/weighing/vectors` were made with, for comparison. */
export function weigh(project: object): object
export function ach(hypotheses: readonly string[], rows: readonly object[]): object
export function linchpinRows(hypotheses: readonly string[], rows: readonly object[]): object
