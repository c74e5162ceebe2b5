export { FacilityPage } from './facility-page.tsx'
export { PeoplePage } from './people-page.tsx'
