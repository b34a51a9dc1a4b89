/// The pages on which whistles are blown and answered.
@NullMarked
package org.linli.whistles.web;

import org.jspecify.annotations.NullMarked;
