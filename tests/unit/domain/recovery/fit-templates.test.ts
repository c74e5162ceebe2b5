import { expect, test } from 'vitest'
import { fitTemplates } from '#shared/domain/recovery/fit-templates.ts'
import { aDiagnosis, aProcedure, library, someFacts } from './library.ts'

const conditions = (facts: Parameters<typeof fitTemplates>[1]) => fitTemplates(library, facts).filter(fit => fit.basis !== 'general')
const ids = (facts: Parameters<typeof fitTemplates>[1]) => conditions(facts).map(fit => fit.template.id)
const icd = 'http://hl7.org/fhir/sid/icd-10-cm'

test('all thirty conditions and the general templates are delivered', () => {
  expect(library.templates.filter(template => template.category !== 'general')).toHaveLength(30)
  expect(library.templates.filter(template => template.category === 'general').map(template => template.id)).toEqual([
    'general_medical', 'general_surgical', 'discharge_pathway.home', 'discharge_pathway.home_health', 'discharge_pathway.snf', 'discharge_pathway.irf', 'discharge_pathway.hospice',
  ])
})

test('each condition is proposed by each of its own DRGs, and says so', () => {
  for (const template of library.templates) {
    for (const { code } of template.drgs) {
      const fit = conditions(someFacts({ drgCode: code })).find(one => one.template.id === template.id)
      expect(fit?.basis, `${template.id} by ${code}`).toBe('drg')
      expect(fit?.why[0]).toBe(`Working DRG ${code}`)
    }
  }
})

test('a DRG goes before a code, a code before a name', () => {
  const diagnoses = [aDiagnosis({ label: 'Cellulitis of leg' }), aDiagnosis({ codeSystem: icd, code: 'J18.9', label: 'Pneumonia' })]
  const fits = conditions(someFacts({ drgCode: '291', diagnoses }))
  expect(fits.map(fit => [fit.template.id, fit.basis])).toEqual([['hf', 'drg'], ['pneumonia', 'icd10'], ['cellulitis', 'by-name']])
})

test('two templates of one DRG are told apart by the procedure in this stay', () => {
  const procedures = [aProcedure({ codeSystem: 'ICD-10-PCS', code: '0SRD0J9', label: 'Replacement of left knee joint' })]
  expect(ids(someFacts({ drgCode: '470', procedures }))).toEqual(['tka', 'tha'])
})

test('a text without a code proposes by name, and the reason for it is shown', () => {
  const [fit] = conditions(someFacts({ diagnoses: [aDiagnosis({ codeSystem: 'http://snomed.info/sct', code: '88805009', label: 'Chronic congestive heart failure (disorder)' })] }))
  expect(fit).toMatchObject({ template: { id: 'hf' }, basis: 'by-name', why: ['By name: Chronic congestive heart failure (disorder)'] })
})

test('a coded diagnosis is judged by its code alone, whatever its text says', () => {
  expect(ids(someFacts({ diagnoses: [aDiagnosis({ codeSystem: icd, code: 'R05', label: 'Cough, pneumonia not found' })] }))).toEqual([])
})

test.each([
  ['an ICD-10 status code', { codeSystem: icd, code: 'Z95.1', label: 'Presence of aortocoronary bypass graft' }],
  ['an ICD-10 history code', { codeSystem: icd, code: 'Z86.73', label: 'Personal history of stroke' }],
  ['a history in words', { label: 'History of myocardial infarction (situation)' }],
  ['a status in words', { label: 'Stroke, status post' }],
  ['a family history', { label: 'Family history of heart failure' }],
  ['a marked history', { label: 'Pneumonia', isHistory: true }],
  ['a resolved diagnosis', { label: 'Pneumonia', clinicalStatus: 'resolved' }],
  ['a refuted diagnosis', { label: 'Pneumonia', verification: 'refuted' }],
])('%s proposes no template', (_name, diagnosis) => {
  expect(ids(someFacts({ diagnoses: [aDiagnosis(diagnosis)] }))).toEqual([])
})

test('a diagnosis of a procedure template proposes nothing without the procedure', () => {
  expect(ids(someFacts({ diagnoses: [aDiagnosis({ codeSystem: icd, code: 'M16.12', label: 'Unilateral primary osteoarthritis, left hip' })] }))).toEqual([])
  expect(ids(someFacts({ reason: 'Elective total hip replacement' }))).toEqual([])
})

test.each([
  ['of another stay', { inStay: false }],
  ['that was not done', { status: 'not-done' }],
  ['that was an assessment', { label: 'Assessment before coronary artery bypass grafting' }],
])('a procedure %s proposes nothing', (_name, change) => {
  expect(ids(someFacts({ procedures: [aProcedure({ label: 'Coronary artery bypass grafting', ...change })] }))).toEqual([])
})

test('the procedure in this stay proposes its template by name', () => {
  expect(ids(someFacts({ procedures: [aProcedure({ label: 'Coronary artery bypass grafting' })] }))).toEqual(['cabg'])
})

test('a case that fits nothing is offered the general plans and the pathway of its destination', () => {
  expect(fitTemplates(library, someFacts({ destination: 'home-health' })).map(fit => fit.template.id)).toEqual(['general_medical', 'general_surgical', 'discharge_pathway.home_health'])
})
