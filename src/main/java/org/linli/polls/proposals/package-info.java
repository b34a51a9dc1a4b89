/// Proposals of residents before they are voted on (提案): what may not be paid from a round's money.
@NullMarked
package org.linli.polls.proposals;

import org.jspecify.annotations.NullMarked;
