// What voters said: classes of equally good projects, best first, and the points that some ballots give.

import { Uncountable, compare, decimal, decimalsOf, whole } from './numbers.js'

export const list = cell => (cell ?? '').split(',').map(it => it.trim()).filter(Boolean)

/**
 * Ballots that no rule can tell apart, together.
 *
 * @param {string} type as Pabulib calls it
 * @param {{vote: string, points?: string}[]} votes
 * @param {Map<string, number>} places of projects by their ids
 * @returns {{decimals: number, groups: {named: number[], classes: number[][], points: Map<number, bigint>?,
 *   ranked: boolean, size: number}[]}}
 */
export function groupsOf (type, votes, places) {
  const read = READERS[type]
  if (!read) throw new Uncountable(`vote_type '${type}'`)
  const points = votes.map(it => list(it.points).map(decimal))
  const decimals = decimalsOf(points.flat())
  const groups = new Map()
  votes.forEach(({ vote }, i) => {
    const ballot = read(list(vote).map(it => place(places, it)), points[i].map(it => whole(it, decimals)))
    const key = ballot.classes.map(it => it.join()).join('>') + ';' + [...ballot.points ?? []].sort(byPlace).join('>')
    const known = groups.get(key)
    if (known) known.size++
    else groups.set(key, { ...ballot, size: 1 })
  })
  return { decimals, groups: [...groups.values()] }
}

/** Ballots of which nothing is known but their sums: each wants one thing. */
export function groupsOfSums (sums) {
  return sums.flatMap((size, place) => size > 0 ? [{ ...approval([place]), size }] : [])
}

const READERS = { approval, 'choose-1': one, ordinal, scoring, cumulative: scoring }

function approval (places) {
  const named = once(places).sort(compare)
  return { named, classes: named.length ? [named] : [], points: null, ranked: false }
}

function one (places) {
  const ballot = approval(places)
  if (ballot.named.length > 1) throw new Uncountable('more than one choice')
  return ballot
}

function ordinal (places) {
  const named = once(places)
  return { named, classes: named.map(it => [it]), points: null, ranked: true }
}

function scoring (places, given) {
  if (places.length !== given.length) throw new Uncountable(`${places.length} projects and ${given.length} points`)
  const points = new Map()
  places.forEach((it, i) => { if (!points.has(it)) points.set(it, given[i]) })
  const named = [...points.keys()].sort(compare)
  return { named, classes: classesBy(named, it => points.get(it)), points, ranked: false }
}

/** Those of one score together, the highest first. */
export function classesBy (those, score) {
  const classes = new Map()
  for (const it of those) {
    const same = score(it)
    classes.set(same, [...classes.get(same) ?? [], it])
  }
  return [...classes].sort(([one], [other]) => compare(other, one)).map(([, equal]) => equal)
}

const once = places => [...new Set(places)]
const byPlace = ([one], [other]) => compare(one, other)

function place (places, id) {
  if (!places.has(id)) throw new Uncountable(`unknown project '${id}'`)
  return places.get(id)
}
