/** CMS's table shouts; screens and papers do not. Abbreviations of the field stay as they are. */
export function sentenceCase(title: string): string {
  const kept = /^(?:MCC|CC|MV|ECMO|AMI|CABG|PTCA|HIV|COPD|TPA|ENT|O\.R\.|LTVR|DX|CNS|ICD|GI)$/
  const words = title.split(/(\s|\/|,|\(|\))/).map(part => (kept.test(part) ? part : part.toLowerCase()))
  const text = words.join('')
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
