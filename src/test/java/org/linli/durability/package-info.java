/// Promises kept while processes die and neighbours stand still.
@NullMarked
package org.linli.durability;

import org.jspecify.annotations.NullMarked;
