/// How long counting a vote takes.
@NullMarked
package org.linli.bench.counting;

import org.jspecify.annotations.NullMarked;
