/** `patient.opened` → `Patient opened`; `session.signed-in` → `Session signed in`. The code itself stays the same for ever. */
export function actionWords(action: string): string {
  const words = action.replaceAll(/[.-]/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `familyName` → `family name`; `milestone.planned` stays readable. */
export const fieldWords = (field: string): string => field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[._-]/g, ' ').toLowerCase()
