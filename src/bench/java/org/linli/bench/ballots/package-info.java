/// How fast ballots are taken.
@NullMarked
package org.linli.bench.ballots;

import org.jspecify.annotations.NullMarked;
