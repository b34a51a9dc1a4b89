/// PostgreSQL and Redis for a machine that has none.
@NullMarked
package org.linli.platform.embedded;

import org.jspecify.annotations.NullMarked;
