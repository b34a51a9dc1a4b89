/// Reads and checks the file that a community is imported from.
@NullMarked
@NamedInterface("file")
package org.linli.community.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
