import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** Writes each bundle `times` over into `folder`, each copy a patient of their own: 29 are read before the engine has warmed up, and a folder of many is what people import. */
export function multiplied(bundles: readonly string[], times: number, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  return bundles.flatMap((bundle, index) => {
    const text = readFileSync(bundle, 'utf8')
    return Array.from({ length: times }, (_, copy) => {
      const file = path.join(folder, `${index}-${copy}.json`)
      writeFileSync(file, copy === 0 ? text : anotherPerson(text, copy))
      return file
    })
  })
}

const Bundle = z.looseObject({ entry: z.array(z.looseObject({ resource: z.looseObject({ resourceType: z.string() }) })) })
const Person = z.looseObject({
  name: z.array(z.looseObject({ family: z.string().optional() })),
  identifier: z.array(z.looseObject({ value: z.string().optional() })).optional(),
})

/** Other ids (the copy's number in front of every UUID), another family name and other identifiers. */
function anotherPerson(text: string, copy: number): string {
  const bundle = Bundle.parse(JSON.parse(text.replaceAll(/\b[0-9a-f]{2}(?=[0-9a-f]{6}-[0-9a-f]{4}-)/g, String(copy).padStart(2, '0'))))
  for (const { resource } of bundle.entry) {
    if (resource.resourceType !== 'Patient') continue
    const person = Person.parse(resource)
    Object.assign(resource, {
      name: person.name.map(name => ({ ...name, family: `${name.family ?? ''} the ${copy}.` })),
      identifier: (person.identifier ?? []).map(identifier => ({ ...identifier, value: `${identifier.value ?? ''}-${copy}` })),
    })
  }
  return JSON.stringify(bundle)
}
