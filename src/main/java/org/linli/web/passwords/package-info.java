/// What staff sign in with: which passwords will do, how they are kept, and how they change.
@NullMarked
@NamedInterface("passwords")
package org.linli.web.passwords;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
