/// Rounds of micro-projects (微实事): from a wish to the appraisal.
@NullMarked
package org.linli.polls.rounds;

import org.jspecify.annotations.NullMarked;
