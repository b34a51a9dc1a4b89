/// Votes of owners (业主表决): who owns what, and the double majority of heads and areas that the Civil Code asks for.
@NullMarked
@NamedInterface("owners")
package org.linli.polls.owners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
