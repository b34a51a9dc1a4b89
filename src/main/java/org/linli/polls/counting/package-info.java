/// Who has won, by which rule: pure functions on exact numbers.
@NullMarked
package org.linli.polls.counting;

import org.jspecify.annotations.NullMarked;
