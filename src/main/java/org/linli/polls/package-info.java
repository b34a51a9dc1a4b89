/// Proposals, ballots and their counting (投票). So far the counting alone, which needs nothing else of this
/// program.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.linli.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
