/// Neighbours who have the same trouble join a case, and leave it again ("我家也是").
@NullMarked
package org.linli.cases.joining;

import org.jspecify.annotations.NullMarked;
