/// Everyday changes of places and units, one at a time, by the rules of the community's file.
@NullMarked
@NamedInterface("editing")
package org.linli.community.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
