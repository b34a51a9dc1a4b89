/// Rounds of micro-projects (微实事): from a wish to the appraisal.
@NullMarked
@NamedInterface("rounds")
package org.linli.polls.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
