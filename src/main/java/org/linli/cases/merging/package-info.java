/// Cases about the same problem are made one, and two again.
@NullMarked
package org.linli.cases.merging;

import org.jspecify.annotations.NullMarked;
