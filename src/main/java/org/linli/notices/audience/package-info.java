/// Whom a notice is for: a line like `(3栋 或 5栋) 且 独居`, who that is now, and why.
@NullMarked
@NamedInterface("audience")
package org.linli.notices.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
