/// Reads and checks the file that a community is imported from.
@NullMarked
package org.linli.community.file;

import org.jspecify.annotations.NullMarked;
