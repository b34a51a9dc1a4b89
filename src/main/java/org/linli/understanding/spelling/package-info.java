/// The same word however it is written: in traditional characters, in the letters of its sounds, in English.
@NullMarked
package org.linli.understanding.spelling;

import org.jspecify.annotations.NullMarked;
