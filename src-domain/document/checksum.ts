/**
 * The field of a project's file with its checksum. It says something of the file, not of the project: reading leaves it out,
 * and the host adds it when it writes.
 */
export const CHECKSUM = 'checksum'
