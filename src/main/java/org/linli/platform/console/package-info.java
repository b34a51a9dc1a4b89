/// What is asked at the command line, without a server.
@NullMarked
@NamedInterface("console")
package org.linli.platform.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
