import type { Role } from '../records/category'
import type { Project } from '../document/project'

const ROLE_BY_ID: Readonly<Record<string, Role>> = {
  assumption: 'assumed',
  question: 'asked',
  hypothesis: 'proposed',
}

/** The role of the claims of a category: as the category says, else by its id, else asserted. */
export function roleOf(categories: Project['categories'], category: string): Role {
  const role = categories.get(category)?.role
  return role || (Object.hasOwn(ROLE_BY_ID, category) ? ROLE_BY_ID[category]! : 'asserted')
}
