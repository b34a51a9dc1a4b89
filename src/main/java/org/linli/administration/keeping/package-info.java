/// How long a community keeps what, chosen within bounds.
@NullMarked
@NamedInterface("keeping")
package org.linli.administration.keeping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
