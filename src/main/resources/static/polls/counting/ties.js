// Who goes first of equal ones, as it was announced: org.linli.polls.counting.TieOrder.

import { compare } from './numbers.js'

/** @returns {Promise<function(number, number): number>} that never calls two of them equal */
export async function tieOrder (written, { ids, costs, votes }) {
  const by = {
    cost: i => costs[i],
    votes: i => -votes[i],
    name: i => ids[i],
    list: i => i
  }
  const orders = []
  for (const word of [...written.split(','), 'name', 'list']) {
    const lots = word.startsWith('lot=') ? await Promise.all(ids.map(it => drawn(word.slice(4), it))) : null
    orders.push(lots ? i => lots[i] : by[word])
  }
  return (one, other) => {
    for (const order of orders) {
      const against = compare(order(one), order(other))
      if (against) return against
    }
    return 0
  }
}

async function drawn (seed, id) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${seed}\0${id}`))
  return Array.from(new Uint8Array(hash), it => it.toString(16).padStart(2, '0')).join('')
}
