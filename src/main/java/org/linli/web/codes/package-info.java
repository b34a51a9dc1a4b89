/// The sheet of codes to print and hang up, by which residents reach us and tell where they live.
@NullMarked
package org.linli.web.codes;

import org.jspecify.annotations.NullMarked;
