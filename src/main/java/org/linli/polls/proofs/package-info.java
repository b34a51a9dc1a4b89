/// What shows people that their votes are counted: signed heads of logs, and what a receipt proves (查票).
@NullMarked
package org.linli.polls.proofs;

import org.jspecify.annotations.NullMarked;
