/// What a round makes public (公布): its rules, its log, the anonymous ballots and the result in one file, and the
/// check of such a file by anybody. `src/docs/ledger.md` says what stands on each line.
@NullMarked
package org.linli.polls.published;

import org.jspecify.annotations.NullMarked;
