/// Measures what the README promises: `mvn -Pbench verify`, which writes `target/bench/report.md`.
@NullMarked
package org.linli.bench;

import org.jspecify.annotations.NullMarked;
