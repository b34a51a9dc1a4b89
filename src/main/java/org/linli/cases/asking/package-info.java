/// Neighbours are asked whether what was called done is done.
@NullMarked
package org.linli.cases.asking;

import org.jspecify.annotations.NullMarked;
