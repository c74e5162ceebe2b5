/** Which ICD-10 list a code system names, under any of its usual names: diagnoses (CM), procedures (PCS), or neither. */
export function icd10List(codeSystem: string): 'cm' | 'pcs' | 'other' {
  if (/pcs/i.test(codeSystem) || /cms\.gov\/medicare\/coding\/icd10/i.test(codeSystem)) return 'pcs'
  return /icd-?10/i.test(codeSystem) ? 'cm' : 'other'
}
