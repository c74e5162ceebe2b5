import { beforeEach, expect, test } from 'vitest'
import { useRoute } from '#renderer/state/route-store.ts'
import { readPlace, writePlace, type Route } from '#renderer/state/route.ts'
import { CaseId, TimelineEntryId } from '#shared/model/ids.ts'

const caseId = CaseId.parse('01J00000000000000000000001')
const entryId = TimelineEntryId.parse('01J00000000000000000000002')
const onCase: Route = { screen: 'case', caseId }
const replanning: Route = { screen: 'case', caseId, open: { form: 'replan', entryId, days: -3 } }

beforeEach(() => useRoute.getState().startAt({ screen: 'today' }))

test('going closes what is open over the screen, back returns to the form that stood open', () => {
  const { go, replace, openOverlay, back } = useRoute.getState()
  go(onCase)
  replace(replanning)
  openOverlay({ overlay: 'note', caseId })
  go({ screen: 'caseload' })
  expect(useRoute.getState()).toMatchObject({ route: { screen: 'caseload' }, overlay: null })
  back()
  expect(useRoute.getState().route).toEqual(replanning)
  back()
  expect(useRoute.getState().route).toEqual({ screen: 'today' })
  back()
  expect(useRoute.getState().route).toEqual({ screen: 'today' })
})

test('a draft leads back to its screen with the form open on it or over it', () => {
  useRoute.getState().resume({ route: replanning, overlay: null })
  expect(useRoute.getState().route).toEqual(replanning)
  useRoute.getState().resume({ route: onCase, overlay: { overlay: 'task', caseId } })
  expect(useRoute.getState()).toMatchObject({ route: onCase, overlay: { overlay: 'task' } })
})

test('another person starts with nothing of the visit before', () => {
  useRoute.getState().go(onCase)
  useRoute.getState().startAt({ screen: 'people' })
  expect(useRoute.getState()).toMatchObject({ route: { screen: 'people' }, past: [], overlay: null })
})

test('the past has an end', () => {
  for (let i = 0; i < 200; i += 1) useRoute.getState().go(onCase)
  expect(useRoute.getState().past).toHaveLength(50)
})

test('a place is read as it was written; one that this version does not know is none', () => {
  const place = { route: replanning, overlay: null }
  expect(readPlace(writePlace(place))).toEqual(place)
  expect(readPlace('{"route":{"screen":"fax-machine"},"overlay":null}')).toBeNull()
  expect(readPlace('{"route":{"screen":"case","caseId":"none"},"overlay":null}')).toBeNull()
  expect(readPlace('half a pla')).toBeNull()
})
