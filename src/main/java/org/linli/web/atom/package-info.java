/// Lists that programs follow.
@NullMarked
@NamedInterface("atom")
package org.linli.web.atom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
