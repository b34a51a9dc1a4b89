// What may still be chosen: money that is left, money under each cap, and what excludes what.

export class Room {
  /** @param {?bigint} budget `null` where somebody else watches the whole sum */
  constructor (election, budget = election.budget) {
    this.election = election
    this.left = budget
    this.capped = election.caps.map(it => it.most)
    this.taken = []
    this.excluded = new Set()
  }

  static after (election, winners, budget) {
    const room = new Room(election, budget)
    winners.forEach(it => room.take(it))
    return room
  }

  fits (project) {
    const { costs, stands, caps, exclusive } = this.election
    return stands[project] && !this.taken.includes(project) && (this.left === null || costs[project] <= this.left) &&
      caps.every((it, i) => !it.has[project] || costs[project] <= this.capped[i]) &&
      ![...exclusive[project]].some(it => this.excluded.has(it))
  }

  take (project) {
    const { costs, caps, exclusive } = this.election
    if (this.left !== null) this.left -= costs[project]
    caps.forEach((it, i) => { if (it.has[project]) this.capped[i] -= costs[project] })
    exclusive[project].forEach(it => this.excluded.add(it))
    this.taken.push(project)
  }
}
