/** ICD-10-CM chapter 21, blocks Z77-Z99: family and personal history, and status (implants, absence of organs, long-term drugs). */
const ICD_HISTORY = /^Z(7[7-9]|[89]\d)/i
const HISTORY_WORDS = /\b(history of|h\/o|status post|s\/p|post-?operative state|absence of|presence of|long[- ]term \(current\)|carrier of|family history)\b/i
/** SNOMED CT's situations with explicit context are statements about the past, the family or a risk. */
const SITUATION = /\(situation\)\s*$/i

/** True for a code or text that says what was or what remains, not what is being treated: such a condition never proposes a template. */
export function isHistory(code: string, label: string): boolean {
  return ICD_HISTORY.test(code) || HISTORY_WORDS.test(label) || SITUATION.test(label)
}
