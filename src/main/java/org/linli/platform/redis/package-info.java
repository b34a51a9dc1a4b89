/// What all replicas hear at once.
@NullMarked
@NamedInterface("redis")
package org.linli.platform.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
