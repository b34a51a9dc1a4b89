/// Ballots that two people take out of the box (作废): nothing of the log is changed, the count leaves them out.
@NullMarked
package org.linli.polls.voiding;

import org.jspecify.annotations.NullMarked;
