// From ballots to an order of all projects, and from the order to winners: org.linli.polls.counting.Rankings.

import { places } from './election.js'
import { Room } from './room.js'

/**
 * What ballots say of those that stand, as if nothing else had ever been on them.
 *
 * @returns {{those: number[], ballots: {classes: number[][], size: number}[]}}
 */
export function standing ({ ids, stands, groups }) {
  return {
    those: places({ ids }).filter(it => stands[it]),
    ballots: groups.map(({ classes, size }) => ({
      classes: classes.map(equal => equal.filter(it => stands[it])).filter(it => it.length),
      size
    }))
  }
}

/** The money is given down the order: what does not fit is left out, what nobody has named gets nothing. */
export function elect (election, order) {
  const room = new Room(election)
  for (const equal of order) {
    equal.filter(it => election.votes[it] > 0).sort(election.before).forEach(it => {
      if (room.fits(it)) room.take(it)
    })
  }
  return room.taken
}

/**
 * Takes those whom nobody of the rest beats, again and again.
 *
 * @param {function(number, number): boolean} beats without a circle
 */
export function unbeaten (those, beats) {
  const order = []
  for (let left = those; left.length;) {
    const best = left.filter(it => !left.some(other => beats(other, it)))
    order.push(best)
    left = left.filter(it => !best.includes(it))
  }
  return order
}
