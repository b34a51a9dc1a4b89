// The tree of a log: RFC 6962

import { sha256 } from './bytes.js'

export class Tree {
  constructor (leaves) {
    this.rows = [leaves]
  }

  static async of (entries) {
    const tree = new Tree(await Promise.all(entries.map(it => sha256(Uint8Array.of(0), it))))
    for (let row = tree.rows[0]; row.length > 1;) {
      const pairs = Array.from({ length: row.length >> 1 }, (_, i) => [row[2 * i], row[2 * i + 1]])
      row = await Promise.all(pairs.map(([left, right]) => node(left, right)))
      tree.rows.push(row)
    }
    return tree
  }

  get size () {
    return this.rows[0].length
  }

  root (size = this.size) {
    return size === 0 ? sha256() : this.#over(0, size)
  }

  async #over (from, to) {
    const width = to - from
    if ((width & (width - 1)) === 0) return this.rows[31 - Math.clz32(width)][from / width]
    const middle = from + (1 << (31 - Math.clz32(width - 1)))
    return node(await this.#over(from, middle), await this.#over(middle, to))
  }
}

function node (left, right) {
  return sha256(Uint8Array.of(1), left, right)
}
