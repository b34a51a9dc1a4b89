/// Which place somebody means.
@NullMarked
package org.linli.dialogue.where;

import org.jspecify.annotations.NullMarked;
