/// Accounts on platforms that administrators make and change on pages, in force on all replicas without a restart.
@NullMarked
@NamedInterface("kept")
package org.linli.channels.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
