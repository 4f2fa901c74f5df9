import type { Row, Section } from '../report'
import { percentile } from '../statistics'
import { weighedMap } from '../weighing/maps'
import { measureFirstSet, measureMatrix, measureVerdicts } from '../weighing/measure'
import { measureOpening, measurePaintedMatrix, measurePaintedVerdicts } from '../weighing/page'

/** Verdicts, smallest sets and the matrix. */
export async function weighing(runs: number): Promise<Section> {
  const often = Math.max(runs, 20)
  const name = 'plain reference'
  const section = async (what: string, circle: boolean, target: number): Promise<Row[]> => {
    const map = weighedMap(5000, 7000, circle)
    const painted = await measurePaintedVerdicts(circle, often)
    const { grade, strength, off, anew, beside } = measureVerdicts(map, often)
    const row = (change: string, values: number[]) =>
      ({ what: `${what}: ${change}`, values, unit: 'ms', beside: { name, values: beside } }) as const
    const p95 = (change: string, values: number[]) =>
      ({ what: `${what}: ${change}, p95`, values: [percentile(values, 0.95)], unit: 'ms', target }) as const
    return [
      { what: `${what}: work of a key that does nothing`, values: [painted.key], unit: 'ms' },
      p95('work from a grade to painted verdicts', painted.grade),
      p95('work from a source off to painted verdicts', painted.off),
      row('all verdicts after a grade', grade),
      row('all verdicts after a strength', strength),
      row('all verdicts with a source off', off),
      row('all verdicts from nothing', anew),
      { what: `${what}: first smallest set`, values: measureFirstSet(map, often), unit: 'ms', target: 100 },
    ]
  }
  const matrix = measureMatrix(often)
  const painted = await measurePaintedMatrix(often)
  const opening = await measureOpening(often)
  return {
    title: 'Weighing: 5,000 claims, 7,000 relations',
    rows: [
      ...(await section('As drawn', false, 16)),
      ...(await section('In one circle', true, 33)),
      {
        what: 'Matrix of 200 × 8: a rating, with verdicts, scores and linchpin rows',
        values: matrix.ours,
        unit: 'ms',
        target: 16,
        beside: { name, values: matrix.beside },
      },
      {
        what: 'Matrix of 200 × 8: work from a rating to the painted matrix, p95',
        values: [percentile(painted, 0.95)],
        unit: 'ms',
      },
      {
        what: 'Opening the map with verdicts',
        values: opening.shown,
        unit: 'ms',
        ratio: 1.05,
        beside: { name: 'without verdicts', values: opening.hidden },
      },
    ],
  }
}
