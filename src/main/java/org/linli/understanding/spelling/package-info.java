/// The same word however it is written: in traditional characters, in the letters of its sounds, in English, misheard.
@NullMarked
@NamedInterface("spelling")
package org.linli.understanding.spelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
