/// Chosen projects while they are carried out (实施): who pays, what is due when, and what residents think of it (评议).
@NullMarked
@NamedInterface("works")
package org.linli.polls.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
