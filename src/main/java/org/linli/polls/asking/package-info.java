/// What somebody wants to ask, from the desk or by a program, and what is wrong with it.
@NullMarked
@NamedInterface("asking")
package org.linli.polls.asking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
