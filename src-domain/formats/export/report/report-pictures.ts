import { CARD } from '../../../canvas/card-layout'
import { mapGraph } from '../../../argument/map-graph'
import { grown } from '../../../canvas/rect'
import { restricted } from '../part'
import { MARGIN } from '../pages/page-frame'
import { drawSheets, type PagesEnv } from '../pages/pages'
import { mapTitle } from '../graph/graph-text'
import { drawPicture } from '../picture/picture'
import type { Picture } from '../picture/picture-tree'
import type { ExportRequest } from '../writer'

/** A picture of the map, or of a page of it, in a report. */
export interface ReportPicture {
  readonly picture: Picture
  /** Its size on paper, in points. */
  readonly width: number
  readonly height: number
  /** What screen readers say in its place. */
  readonly alt: string
}

/** The map at the top of a report: as pictures, or in a sentence that says why there is none. Both may be empty. */
export interface ReportPictures {
  readonly pictures: readonly ReportPicture[]
  readonly instead: string
}

/** The room for a picture: an A4 page between margins of an inch, without the room for a title. Points. */
const ROOM = { width: 451, height: 600 }
/** The smallest wording at which a map is drawn as it is arranged. Points. */
const SMALLEST = 5
/** The most cards of a map that is drawn. More would fill more than some seven pages before the first word. */
const MOST = 100

/** Readers of a report see it on white paper, and read its title, its caveat and its sources beside the picture. */
const LOOK = {
  theme: 'light',
  transparent: false,
  title: false,
  caveat: false,
  notes: false,
  numbers: true,
  legend: true,
} as const
const WHITE = '#ffffff'
/** What is cut off the margin of a picture, because the page has a margin. Map pixels. */
const TRIMMED = 20

/**
 * Draws the map of a report as it is arranged. Where its wording would be smaller than 5 points on a page, its cards are
 * arranged for the page instead, over as many pages as its wording needs to have 7 points.
 */
export function reportPictures(request: ExportRequest, env: PagesEnv): ReportPictures {
  const { claims, steps } = countsOf(request)
  if (!request.picture || claims === 0) return { pictures: [], instead: '' }
  if (claims > MOST) {
    const instead = `The map has ${claims.toLocaleString('en')} claims, too many for a picture in this report.`
    return { pictures: [], instead: `${instead} It can be exported as a picture of its own.` }
  }
  const drawn = pagesOf({ ...request, ...LOOK }, env)
  const about = `Picture of the map “${mapTitle(request.project, request.map)}”`
  const counts = `${counted(claims, 'claim')} and ${counted(steps, 'relation')}, which the text below lists`
  const pictures = drawn.map(({ picture, scale }, index) => {
    const part = drawn.length > 1 ? `, page ${index + 1} of ${drawn.length}` : ''
    const [width, height] = [picture.page.width * scale, picture.page.height * scale]
    return { picture, width, height, alt: `${about}${part}: ${counts}.` }
  })
  return { pictures, instead: '' }
}

/** Pictures with the points per unit at which each fits into the room. */
function pagesOf(request: ExportRequest, env: PagesEnv): { picture: Picture; scale: number }[] {
  const picture = drawPicture(request, env.measure)
  const whole = { ...picture, page: grown(picture.page, -TRIMMED), ground: WHITE }
  const { width, height } = whole.page
  const scale = Math.min(whole.points, ROOM.width / width, ROOM.height / height)
  if (scale * CARD.text.size >= SMALLEST) return [{ picture: whole, scale }]
  const sheet = { width: ROOM.width + 2 * MARGIN, height: ROOM.height + 2 * MARGIN }
  return drawSheets(sheet, request, env).pages.map((page) => ({
    picture: { ...page, page: grown(page.page, -MARGIN) },
    scale: page.points,
  }))
}

function countsOf(request: ExportRequest): { claims: number; steps: number } {
  const { placements, relations } = mapGraph(restricted(request), request.map)
  return { claims: placements.size, steps: relations.size }
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
