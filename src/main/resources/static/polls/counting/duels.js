// Rules that compare everybody with everybody: org.linli.polls.counting.Condorcet.

import { classesBy } from './ballots.js'
import { unbeaten } from './orders.js'

/** How many ballots put one strictly above another; who is not on a ballot is below all who are. */
class Duels {
  constructor ({ those, ballots }, margin) {
    this.those = those
    this.margin = margin
    this.wins = square(those, () => 0)
    for (const { classes, size } of ballots) {
      const place = new Map(classes.flatMap((equal, i) => equal.map(it => [it, i])))
      const of = it => place.get(it) ?? classes.length
      for (const a of those) for (const b of those) if (of(a) < of(b)) this.wins[a][b] += size
    }
  }

  beats (a, b) {
    return this.wins[a][b] > this.wins[b][a]
  }

  /** Of a victory: the ballots for it, or how many more they are; 0 for none. */
  strength (a, b) {
    return !this.beats(a, b) ? 0 : this.wins[a][b] - (this.margin ? this.wins[b][a] : 0)
  }
}

function square (those, cell) {
  return Object.fromEntries(those.map(a => [a, Object.fromEntries(those.map(b => [b, cell(a, b)]))]))
}

/** Victories minus defeats. */
export function copeland (standing) {
  const { those, wins } = new Duels(standing)
  return classesBy(those, a => those.reduce((sum, b) => sum + Math.sign(wins[a][b] - wins[b][a]), 0))
}

/** Whoever's worst defeat is the least. */
export function minimax (standing, margin = false) {
  const duels = new Duels(standing, margin)
  return classesBy(duels.those, a => 0 - Math.max(...duels.those.map(b => duels.strength(b, a))))
}

/** A path is as strong as its weakest victory. */
export function schulze (standing, margin = false) {
  const duels = new Duels(standing, margin)
  const { those } = duels
  const path = square(those, (a, b) => duels.strength(a, b))
  for (const through of those) {
    for (const a of those) {
      for (const b of those) path[a][b] = Math.max(path[a][b], Math.min(path[a][through], path[through][b]))
    }
  }
  return unbeaten(those, (a, b) => path[a][b] > path[b][a])
}

/** Strong victories are locked in first; of equally strong ones those that would close a circle are all left out. */
export function rankedPairs (standing, margin = false) {
  const duels = new Duels(standing, margin)
  const { those, wins } = duels
  const pairs = those.flatMap(a => those.filter(b => duels.beats(a, b)).map(b => ({ a, b })))
  const stronger = (one, other) =>
    duels.strength(other.a, other.b) - duels.strength(one.a, one.b) || wins[one.b][one.a] - wins[other.b][other.a]
  pairs.sort(stronger)
  const locked = square(those, () => false)
  while (pairs.length) {
    const equal = pairs.filter(it => stronger(pairs[0], it) === 0)
    pairs.splice(0, equal.length)
    equal.forEach(({ a, b }) => { locked[a][b] = true })
    const reached = paths(those, locked)
    equal.filter(({ a, b }) => reached[b][a]).forEach(({ a, b }) => { locked[a][b] = false })
  }
  return unbeaten(those, (a, b) => locked[a][b])
}

function paths (those, locked) {
  const reached = square(those, (a, b) => locked[a][b])
  for (const through of those) {
    for (const a of those) {
      for (const b of those) reached[a][b] ||= reached[a][through] && reached[through][b]
    }
  }
  return reached
}
