/// Where talks are kept, read by whoever takes one over, and forgotten.
@NullMarked
package org.linli.dialogue.kept;

import org.jspecify.annotations.NullMarked;
