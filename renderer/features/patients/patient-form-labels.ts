const own: Readonly<Record<string, string>> = {
  mrn: 'MRN', familyName: 'Family name', givenNames: 'Given names', prefix: 'Prefix', suffix: 'Suffix', sex: 'Sex', birthDate: 'Birth date', language: 'Language', interpreterNeeded: 'Interpreter needed',
}
const lists: Readonly<Record<string, { readonly one: string; readonly fields: Readonly<Record<string, string>> }>> = {
  telecoms: { one: 'Phone or e-mail', fields: { kind: 'Kind', use: 'Use', value: 'Number or address' } },
  contacts: { one: 'Person to call', fields: { name: 'Name', relation: 'Relation', phone: 'Phone' } },
  coverages: { one: 'Coverage', fields: { payerName: 'Payer', payerKind: 'Kind', memberNumber: 'Member number', startsOn: 'From', endsOn: 'Until' } },
  addresses: { one: 'Address', fields: { use: 'Use', lines: 'Street', city: 'City', state: 'State', postalCode: 'ZIP', country: 'Country' } },
  identifiers: { one: 'Other number', fields: { kind: 'Kind', value: 'Number', system: 'Given by' } },
}

/** The words of a field by the path the core uses: `telecoms.0.value` is "Phone or e-mail 1, Number or address". */
export function patientFieldLabel(path: string): string {
  const [first = '', index, field = ''] = path.split('.')
  const list = lists[first]
  if (list === undefined) return own[first] ?? 'A field'
  return `${list.one} ${Number(index ?? 0) + 1}${list.fields[field] === undefined ? '' : `, ${list.fields[field]}`}`
}
