/// What staff arranges for itself at the desk.
@NullMarked
@NamedInterface("desk")
package org.linli.cases.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
