/// What staff enters for people who call, come by, write on paper or are visited.
@NullMarked
@NamedInterface("behalf")
package org.linli.cases.behalf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
