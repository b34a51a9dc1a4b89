/// The residents, for staff to look through and verify.
@NullMarked
@NamedInterface("residents")
package org.linli.web.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
