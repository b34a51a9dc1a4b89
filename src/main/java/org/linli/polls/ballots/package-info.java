/// What a ballot paper asks, and what people write on it: pure.
@NullMarked
package org.linli.polls.ballots;

import org.jspecify.annotations.NullMarked;
