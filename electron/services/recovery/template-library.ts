import type { TemplateLibrary } from '#shared/model/recovery-template.ts'
import type { Resources } from '#electron/platform/resources.ts'
import { parseTemplates } from './parse-templates.ts'

const libraries = new WeakMap<Resources, TemplateLibrary>()

/** The delivered templates, checked and read once. */
export function templateLibrary(resources: Resources): TemplateLibrary {
  const known = libraries.get(resources)
  if (known !== undefined) return known
  const library = parseTemplates(resources.json('recovery/recovery_milestones.draft.json'), resources.json('recovery/template-words.json'))
  libraries.set(resources, library)
  return library
}
