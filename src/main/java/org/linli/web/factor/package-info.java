/// The second factor (动态码): what staff shows at sign-in besides a password, so that one who only knows it does not
/// get in.
@NullMarked
@NamedInterface("factor")
package org.linli.web.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
