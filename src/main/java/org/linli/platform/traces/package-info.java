/// What happened to one message, step by step, for whoever collects traces.
@NullMarked
@NamedInterface("traces")
package org.linli.platform.traces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
