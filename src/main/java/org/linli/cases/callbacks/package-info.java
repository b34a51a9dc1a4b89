/// Some of those whose cases were called done are called back (回访), drawn at random.
@NullMarked
package org.linli.cases.callbacks;

import org.jspecify.annotations.NullMarked;
