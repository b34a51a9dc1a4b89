// What a chosen project is worth to whoever named it: org.linli.polls.counting.Utility and Backers.

import { places } from './election.js'

const one = () => 1n
const WORTH = {
  cost: { of: one, timesCost: true },
  cardinality: { of: one, timesCost: false },
  points: { of: points, timesCost: false, ofPoints: true },
  'points-times-cost': { of: points, timesCost: true, ofPoints: true },
  rank: { of: rank, timesCost: false },
  'rank-times-cost': { of: rank, timesCost: true }
}

export const isKnownUtility = utility => utility in WORTH

/**
 * @returns {{perCost: boolean, decimals: number, scores: bigint[], backings: {worth: bigint, groups: number[]}[][]}}
 *   `scores` before they are multiplied by the cost, in units of which ten to the power of `decimals` make a point;
 *   `backings` of each project, only of those who get something from it
 */
export function backersOf (election, utility) {
  const { of, timesCost, ofPoints } = WORTH[utility]
  const scores = election.ids.map(() => 0n)
  const sorted = election.ids.map(() => new Map())
  election.groups.forEach((ballot, g) => {
    for (const project of ballot.named) {
      const worth = of(ballot, project)
      scores[project] += worth * BigInt(ballot.size)
      if (worth > 0n) sorted[project].set(worth, [...sorted[project].get(worth) ?? [], g])
    }
  })
  const factor = project => timesCost && election.costs[project] > 0n ? election.costs[project] : 1n
  return {
    perCost: !timesCost,
    decimals: ofPoints ? election.decimals : 0,
    scores,
    backings: places(election).map(project =>
      [...sorted[project]].map(([worth, groups]) => ({ worth: worth * factor(project), groups })))
  }
}

/** The points that I gave; without points, a place on an order and one for each of those I want. */
function points (ballot, project) {
  return ballot.points ? ballot.points.get(project) : rank(ballot, project)
}

/** How many of the named it leaves behind or equals; all that are wanted alike get one. */
function rank (ballot, project) {
  if (!ballot.points && !ballot.ranked) return 1n
  const place = ballot.classes.findIndex(it => it.includes(project))
  return BigInt(ballot.classes.slice(place).flat().length)
}
