/** The file is not what it claims to be: `line` from 1, `reason` one of the words that the page explains. */
export class Refused extends Error {
  constructor (line, reason) {
    super(`line ${line}: ${reason}`)
    this.line = line
    this.reason = reason
  }
}
