/// Proof that something came from us, or from somebody who shares a secret with us.
@NullMarked
@NamedInterface("signing")
package org.linli.platform.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
