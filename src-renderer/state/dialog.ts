/** The dialog that is open. At most one is. */
export type Dialog =
  | 'palette'
  | 'search'
  | 'codebook'
  | 'export'
  | 'link'
  | 'premise'
  | 'undercut'
  | 'new-project'
  | 'new-category'
  | 'shortcuts'
  | 'tags'
  | 'add-passage'
  | 'history'
  | 'present'
  | 'steps'
  | undefined
