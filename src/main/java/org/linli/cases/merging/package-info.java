/// Cases about the same problem are made one, and two again.
@NullMarked
@NamedInterface("merging")
package org.linli.cases.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
