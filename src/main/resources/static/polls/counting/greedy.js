// The most wanted first, as long as the money lasts: org.linli.polls.counting.Greedy.

import { places } from './election.js'
import { compare, whole } from './numbers.js'
import { Room } from './room.js'

/**
 * @param {{least?: bigint, skip?: boolean, room?: Room}} how a lower score than `least` is left out; without `skip` the
 *   first that does not fit ends it; `room` where another rule has begun
 * @returns {number[]} in order of choice
 */
export function greedy (election, { scores, perCost }, { least = 0n, skip = true, room = new Room(election) } = {}) {
  const { costs, stands, before } = election
  // What is wanted and free comes first; what nobody wants comes last, free or not.
  const divisor = it => !perCost ? 1n : costs[it] === 0n && scores[it] <= 0n ? 1n : costs[it]
  const mostWanted = (one, other) => compare(scores[other] * divisor(one), scores[one] * divisor(other))
  for (const project of places(election).sort((one, other) => mostWanted(one, other) || before(one, other))) {
    if (!stands[project] || scores[project] < least) continue
    if (room.fits(project)) room.take(project)
    else if (!skip) break
  }
  return room.taken
}

/** In what scores are told in: votes and places are whole, points have decimals. */
export const threshold = (election, backers) => whole(election.threshold, backers.decimals)
