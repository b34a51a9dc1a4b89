/// What a ballot paper asks, and what people write on it: pure.
@NullMarked
@NamedInterface("ballots")
package org.linli.polls.ballots;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
