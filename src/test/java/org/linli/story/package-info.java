/// What Linli is for, told through the pages that people use.
@NullMarked
package org.linli.story;

import org.jspecify.annotations.NullMarked;
