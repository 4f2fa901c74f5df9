// The slow reference that the vectors of src-domain/weighing/vectors were made with, as far as it is measured. It is
// written to be read, not to be fast, and shares no code with the engine.

// Forces
export const NONE = 0,
  WEAK = 1,
  MODERATE = 2,
  STRONG = 3
export const FORCE_NAMES = ['none', 'weak', 'moderate', 'strong']
const STEP = { weak: WEAK, moderate: MODERATE, strong: STRONG }
const RELIABILITY = { A: STRONG, B: STRONG, C: MODERATE, D: WEAK, E: NONE, F: MODERATE, '': MODERATE }
const CREDIBILITY = { 1: STRONG, 2: STRONG, 3: MODERATE, 4: WEAK, 5: NONE, 6: MODERATE, '': MODERATE }

/** The force with which a passage carries a claim: the lower of the two grades; what was not or cannot be judged counts as moderate. */
export const gradeForce = (reliability = '', credibility = '') =>
  Math.min(RELIABILITY[reliability ?? ''], CREDIBILITY[credibility ?? ''])

const ROLE_BY_ID = {
  claim: 'asserted',
  evidence: 'asserted',
  assumption: 'assumed',
  question: 'asked',
  hypothesis: 'proposed',
}

// Flattening
/**
 * What is weighed: nodes are claims and steps. Each claim has a base force and its reasons and objections (steps);
 * each step has premises, a strength, undercuts and backings.
 * whatIf: { sources, claims, steps, excerpts: off; given: claims supposed; withoutAssumptions, questionsUpheld: readings }
 */
export function flatten(project, whatIf = {}) {
  const off = (list) => new Set(list ?? [])
  const offSources = off(whatIf.sources),
    offClaims = off(whatIf.claims),
    offSteps = off(whatIf.steps)
  const offExcerpts = off(whatIf.excerpts),
    supposed = off(whatIf.given)
  const roles = new Map(
    (project.categories ?? []).map(({ id, role }) => [id, role ?? ROLE_BY_ID[id] ?? 'asserted']),
  )
  const sources = new Map((project.sources ?? []).map((s) => [s.id, s]))
  const excerpts = new Map()
  for (const e of project.excerpts ?? []) excerpts.set(e.claim, [...(excerpts.get(e.claim) ?? []), e])
  const relations = project.relations ?? []
  const supported = new Set(
    relations.filter((r) => r.kind === 'support' && r.targetType === 'claim').map((r) => r.target),
  )

  const claims = (project.claims ?? []).map((c) => {
    const role = roles.get(c.category) ?? ROLE_BY_ID[c.category] ?? 'asserted'
    const passages = excerpts.get(c.id) ?? []
    let base = NONE,
      why = 'none',
      bare = false
    const standing = c.standing ?? ''
    const assumption = (force, kind) => {
      base = whatIf.withoutAssumptions ? NONE : force
      why = kind
      bare = true
    }
    if (role === 'asked') {
      if (whatIf.questionsUpheld) {
        base = STRONG
        why = 'question upheld'
      }
    } else if (role === 'assumed' || c.unstated) assumption(WEAK, 'assumption')
    else if (role !== 'proposed') {
      let best = NONE
      for (const e of passages) {
        if (offSources.has(e.source) || offExcerpts.has(e.id) || e.anchor === 'lost') continue
        const s = sources.get(e.source) ?? {}
        best = Math.max(best, gradeForce(s.reliability, e.credibility || s.credibility))
      }
      if (best > NONE) {
        base = best
        why = 'passages'
      } else if (passages.length === 0 && !supported.has(c.id)) assumption(WEAK, 'own premise')
      else if (passages.length > 0) why = 'passages that do not carry'
    }
    const given = supposed.has(c.id) || (standing === 'given' && !whatIf.withoutAssumptions)
    const aside = offClaims.has(c.id) || (standing === 'aside' && !supposed.has(c.id))
    return { id: c.id, role, base, bare, why, given, aside, passages }
  })
  const index = new Map(claims.map((c, i) => [c.id, i]))

  // Steps. A contradiction of k claims becomes k objections, each of all others together against one.
  const steps = []
  const stepsOf = new Map()
  const add = (relation, premises, target, kind) => {
    const strength = relation.strength ? STEP[relation.strength] : kind === 'contradict' ? STRONG : MODERATE
    const step = {
      id: relation.id,
      kind,
      premises,
      target,
      targetType: relation.targetType,
      strength,
      off: offSteps.has(relation.id),
    }
    stepsOf.set(relation.id, [...(stepsOf.get(relation.id) ?? []), steps.length])
    steps.push(step)
  }
  for (const r of relations) {
    if (r.kind === 'contradict') {
      const all = [...r.premises, r.target]
      for (const one of all)
        add(
          r,
          all.filter((x) => x !== one),
          one,
          'contradict',
        )
    } else add(r, r.premises, r.target, r.kind)
  }
  return link(claims, index, steps, stepsOf)
}

function link(claims, index, steps, stepsOf) {
  const n = claims.length,
    m = steps.length
  const reasons = claims.map(() => []),
    objections = claims.map(() => [])
  const undercuts = steps.map(() => []),
    backings = steps.map(() => [])
  const uses = claims.map(() => []) // steps that use the claim as premise
  steps.forEach((s, i) => {
    s.prem = s.premises.map((p) => index.get(p))
    for (const p of s.prem) uses[p].push(i)
    if (s.targetType === 'claim') {
      s.to = [index.get(s.target)]
      ;(s.kind === 'support' ? reasons : objections)[s.to[0]].push(i)
    } else {
      s.to = stepsOf.get(s.target) ?? []
      for (const t of s.to) (s.kind === 'support' ? backings : undercuts)[t].push(i)
    }
  })
  return { claims, index, steps, stepsOf, reasons, objections, undercuts, backings, uses, n, m }
}

// Evaluation (well-founded, by alternating fixpoint)
/**
 * Least values of claims and steps from below; what speaks against is taken from `against`.
 * `sure`: the forces that they have for certain (against = what objections may have); otherwise those that they may have
 * (against = what objections have for certain).
 */
function least(sys, against, sure, record) {
  const c = new Uint8Array(sys.n),
    s = new Uint8Array(sys.m)
  const queue = []
  const maxOf = (list, values) => {
    let best = 0
    for (const i of list) if (values[i] > best) best = values[i]
    return best
  }
  let because // of the value computed last
  const claimValue = (i) => {
    const k = sys.claims[i]
    if (k.aside) return 0
    if (k.given) return STRONG
    let a = k.bare ? 0 : k.base // reasons: passages and steps
    because = 'base'
    for (const j of sys.reasons[i])
      if (s[j] > a) {
        a = s[j]
        because = j
      }
    const o = maxOf(sys.objections[i], against.s)
    if (o === 0) {
      if (k.bare && k.base > a) {
        a = k.base
        because = 'bare'
      }
      return a
    }
    return (sure ? a > o : a >= o) ? a : 0
  }
  const stepValue = (i) => {
    const k = sys.steps[i]
    if (k.off) return 0
    because = null
    const u = maxOf(sys.undercuts[i], against.s)
    if (u > 0) {
      let b = 0
      for (const j of sys.backings[i])
        if (s[j] > b) {
          b = s[j]
          because = { backing: j, value: u + 1 }
        }
      if (b <= u) return 0
    }
    let value = k.strength
    for (const p of k.prem) if (c[p] < value) value = c[p]
    return value
  }
  const claim = (i) => {
    const v = claimValue(i)
    if (v > c[i]) {
      c[i] = v
      queue.push(i)
      record?.('c', i, v, because)
    }
  }
  const step = (i) => {
    const v = stepValue(i)
    if (v > s[i]) {
      s[i] = v
      queue.push(sys.n + i)
      record?.('s', i, v, because)
    }
  }
  for (let i = 0; i < sys.n; i++) claim(i)
  for (let i = 0; i < sys.m; i++) step(i)
  while (queue.length) {
    const x = queue.pop()
    if (x < sys.n) {
      for (const j of sys.uses[x]) step(j)
      continue
    }
    const k = sys.steps[x - sys.n]
    if (k.kind !== 'support') continue
    for (const t of k.to) (k.targetType === 'claim' ? claim : step)(t)
  }
  return { c, s }
}

const same = (a, b) => a.c.every((v, i) => v === b.c[i]) && a.s.every((v, i) => v === b.s[i])
const nothing = (sys) => ({ c: new Uint8Array(sys.n), s: new Uint8Array(sys.m) })

/** lo: the force that each claim and step has for certain; hi: the force that it may have. */
export function solve(sys) {
  let lo = nothing(sys)
  for (let rounds = 1; ; rounds++) {
    const hi = least(sys, lo, false)
    const next = least(sys, hi, true)
    if (same(next, lo)) return { lo: next, hi, rounds }
    lo = next
  }
}

/** Whether there is any argument for each claim, whatever speaks against it. */
const possible = (sys) =>
  least({ ...sys, claims: sys.claims.map((c) => ({ ...c, aside: false })) }, nothing(sys), false)

// Verdicts
export const VERDICTS = ['stands', 'falls', 'contested', 'unsupported']
/** What counts as a change: falling and being unsupported are both not standing. */
export const side = (verdict) => (verdict === 'unsupported' ? 'falls' : verdict)

export function verdictsOf(sys, result = solve(sys)) {
  const { lo, hi } = result
  const any = possible(sys)
  const out = new Map()
  const maxOf = (list, v) => list.reduce((best, i) => Math.max(best, v[i]), 0)
  sys.claims.forEach((k, i) => {
    const against = { lo: maxOf(sys.objections[i], lo.s), hi: maxOf(sys.objections[i], hi.s) }
    const reason = {
      lo: Math.max(k.bare ? 0 : k.base, maxOf(sys.reasons[i], lo.s)),
      hi: Math.max(k.bare ? 0 : k.base, maxOf(sys.reasons[i], hi.s)),
    }
    let verdict, because
    if (k.aside) [verdict, because] = ['falls', 'set aside']
    else if (k.given) [verdict, because] = ['stands', 'given']
    else if (lo.c[i] > 0)
      [verdict, because] = [
        'stands',
        against.hi > 0 ? 'outweighs' : sys.objections[i].length ? 'answered' : 'unopposed',
      ]
    else if (hi.c[i] > 0)
      [verdict, because] = [
        'contested',
        reason.lo > 0 && reason.lo === against.lo && reason.hi === reason.lo && against.hi === against.lo
          ? 'equal'
          : 'undecided',
      ]
    else if (against.lo > 0) [verdict, because] = ['falls', 'objection']
    else if (any.c[i] > 0) [verdict, because] = ['falls', 'reasons']
    else
      [verdict, because] = [
        'unsupported',
        k.why === 'passages that do not carry'
          ? 'passages'
          : sys.reasons[i].length
            ? circular(sys, i)
              ? 'circular'
              : 'reasons'
            : k.role,
      ]
    out.set(k.id, { verdict, because, force: lo.c[i], may: hi.c[i] })
  })
  return out
}

/** Whether a claim leads to itself through supports alone. */
function circular(sys, start) {
  const seen = new Set(),
    open = [start]
  for (let x = open.pop(); x !== undefined; x = open.pop()) {
    for (const s of sys.reasons[x])
      for (const p of sys.steps[s].prem) {
        if (p === start) return true
        if (!seen.has(p)) {
          seen.add(p)
          open.push(p)
        }
      }
  }
  return false
}

/** Status of each relation: holds, fails, contested. Of a contradiction: what its strongest direction is. */
export function stepsOf(sys, { lo, hi } = solve(sys)) {
  const out = new Map()
  for (const [id, list] of sys.stepsOf) {
    const l = Math.max(...list.map((i) => lo.s[i])),
      h = Math.max(...list.map((i) => hi.s[i]))
    out.set(id, { status: l > 0 ? 'holds' : h > 0 ? 'contested' : 'fails', force: l })
  }
  return out
}

/** Verdicts with the two further readings: without assumptions, and with the open questions going against. */
export function weigh(project, whatIf = {}) {
  const sys = flatten(project, whatIf)
  const now = verdictsOf(sys)
  const bare = verdictsOf(flatten(project, { ...whatIf, withoutAssumptions: true }))
  const dark = verdictsOf(flatten(project, { ...whatIf, questionsUpheld: true }))
  const out = {}
  for (const [id, v] of now)
    out[id] = {
      ...v,
      onAssumption: v.verdict === 'stands' && bare.get(id).verdict !== 'stands',
      hangsOnQuestion: v.verdict === 'stands' && dark.get(id).verdict !== 'stands',
    }
  return out
}

const sum = (list) => list.reduce((a, b) => a + b, 0)
// ACH
export const AGAINST = { CC: 0, C: 0, N: 0, NA: 0, I: 1, II: 2, '': 0 }
export const SCALE = { CC: 2, C: 1, N: 0, I: -1, II: -2 }
export const WEIGHT = { low: Math.SQRT1_2, medium: 1, high: Math.SQRT2 }
/** Credibility of a row from the force of its passages. */
export const credibilityOf = (force) => ['low', 'low', 'medium', 'high'][force]
/**
 * rows: [{ id, cells: {h: rating}, credibility, relevance, counted? }]; hypotheses: ids.
 * counts, plain and weighted inconsistency; leaders = least weighted inconsistency (ties kept).
 */
export function ach(hypotheses, rows, { weighted = true } = {}) {
  const live = rows.filter((r) => r.counted !== false)
  const value = (r, h) =>
    AGAINST[r.cells[h] ?? ''] *
    (weighted ? WEIGHT[r.credibility || 'medium'] * WEIGHT[r.relevance || 'medium'] : 1)
  const scores = Object.fromEntries(hypotheses.map((h) => [h, live.reduce((t, r) => t + value(r, h), 0)]))
  const plain = Object.fromEntries(
    hypotheses.map((h) => [h, live.reduce((t, r) => t + AGAINST[r.cells[h] ?? ''], 0)]),
  )
  const counts = Object.fromEntries(
    hypotheses.map((h) => [
      h,
      live.reduce((t, r) => {
        const k = r.cells[h] || 'blank'
        t[k] = (t[k] ?? 0) + 1
        return t
      }, {}),
    ]),
  )
  return { scores, plain, counts, order: order(hypotheses, scores), leaders: leaders(hypotheses, scores) }
}
const EPS = 1e-9
const leaders = (hs, s) => {
  const best = Math.min(...hs.map((h) => s[h]))
  return hs.filter((h) => s[h] - best < EPS)
}
/** Groups of equal score, least first. */
function order(hs, s) {
  const sorted = [...hs].sort((a, b) => s[a] - s[b])
  const out = []
  for (const h of sorted) {
    const last = out[out.length - 1]
    if (last && s[h] - s[last[0]] < EPS) last.push(h)
    else out.push([h])
  }
  return out.map((g) => hs.filter((h) => g.includes(h)))
}
/** Diagnosticity: what the row can separate. `spread` by inconsistency, `deviation` by the five-point scale (Open Synthesis). */
export function diagnosticity(hypotheses, row) {
  const rated = hypotheses.map((h) => row.cells[h] ?? '').filter((r) => r !== '')
  const against = rated.filter((r) => r !== 'NA').map((r) => AGAINST[r])
  const spread = against.length < 2 ? 0 : Math.max(...against) - Math.min(...against)
  const five = rated.map((r) => (r === 'NA' ? 0 : SCALE[r]) + 3)
  const mean = five.length ? sum(five) / five.length : 0
  const deviation = five.length ? Math.sqrt(sum(five.map((v) => (v - mean) ** 2)) / five.length) : 0
  return { spread, deviation, separates: spread > 0 }
}
/** Rows whose leaving out changes who leads, or the order. */
export function linchpinRows(hypotheses, rows, options) {
  const base = ach(hypotheses, rows, options)
  return rows
    .filter((r) => r.counted !== false)
    .map((r) => {
      const after = ach(
        hypotheses,
        rows.filter((x) => x !== r),
        options,
      )
      return {
        row: r.id,
        leaders: String(after.leaders) !== String(base.leaders) ? after.leaders : null,
        order:
          String(after.order.map((g) => g.join('=')).join('<')) !==
          String(base.order.map((g) => g.join('=')).join('<')),
      }
    })
    .filter((x) => x.leaders || x.order)
}
