/// What people and programs send us over the network, read whole.
@NullMarked
@NamedInterface("bodies")
package org.linli.platform.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
