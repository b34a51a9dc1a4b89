/// Hands a notice out: who is told by what, in batches that a crash cannot repeat, and what became of each letter.
@NullMarked
package org.linli.notices.sending;

import org.jspecify.annotations.NullMarked;
