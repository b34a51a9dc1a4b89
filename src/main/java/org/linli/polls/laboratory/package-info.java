/// The rule laboratory (规则实验室): what other rules would have chosen, of real ballots or of made-up ones.
@NullMarked
package org.linli.polls.laboratory;

import org.jspecify.annotations.NullMarked;
