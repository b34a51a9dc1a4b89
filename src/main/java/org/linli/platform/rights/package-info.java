/// What people may ask of their data: modules say what they keep of somebody and how they forget it.
@NullMarked
@NamedInterface("rights")
package org.linli.platform.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
