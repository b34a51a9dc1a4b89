/// The sheet of codes to print and hang up, by which residents reach us and tell where they live.
@NullMarked
@NamedInterface("codes")
package org.linli.web.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
