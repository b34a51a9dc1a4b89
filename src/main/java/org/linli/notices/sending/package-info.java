/// Hands a notice out: who is told by what, in batches that a crash cannot repeat, and what became of each letter.
@NullMarked
@NamedInterface("sending")
package org.linli.notices.sending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
