/// Work that repeats by itself, and the only place that subscribes.
@NullMarked
@NamedInterface("jobs")
package org.linli.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
