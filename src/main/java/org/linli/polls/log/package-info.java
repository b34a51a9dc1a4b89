/// A log that cannot forget: a Merkle tree after RFC 6962, its signed heads, and the receipts of voters.
///
/// Nothing here is kept or sent; whoever keeps the entries builds a [org.linli.polls.log.MerkleTree] from them.
@NullMarked
package org.linli.polls.log;

import org.jspecify.annotations.NullMarked;
