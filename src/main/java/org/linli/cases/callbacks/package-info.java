/// Some of those whose cases were called done are called back (回访), drawn at random.
@NullMarked
@NamedInterface("callbacks")
package org.linli.cases.callbacks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
